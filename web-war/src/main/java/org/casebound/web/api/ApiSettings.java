package org.casebound.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Settings of the API from MicroProfile Config:
 *
 * <ul>
 *   <li>{@code casebound.api.max-body-bytes}: longest body in bytes, default 16 MiB;
 *   <li>{@code casebound.bulk.max-bytes}: longest file of requests in bytes, default 64 MiB, the most that the server's own limit
 *       lets through;
 *   <li>{@code casebound.acknowledgements.<connector>.secrets}: one or more secrets, separated by commas, each {@code
 *       whsec_} and Base64; without one the connector's acknowledgements are refused.
 * </ul>
 */
@ApplicationScoped
public class ApiSettings {
  /** Default longest body: 16 MiB. */
  public static final long DEFAULT_MAX_BODY_BYTES = 16L * 1024 * 1024;

  /** Default longest file of requests: 64 MiB. */
  public static final long DEFAULT_MAX_BULK_BYTES = 64L * 1024 * 1024;

  private final Config config = ConfigProvider.getConfig();
  private final long maxBodyBytes =
      config.getOptionalValue("casebound.api.max-body-bytes", Long.class).orElse(DEFAULT_MAX_BODY_BYTES);

  private final long maxBulkBytes =
      config.getOptionalValue("casebound.bulk.max-bytes", Long.class).orElse(DEFAULT_MAX_BULK_BYTES);

  /** Longest file of requests in bytes. */
  public long maxBulkBytes() {
    return maxBulkBytes;
  }

  /** Longest body in bytes. */
  public long maxBodyBytes() {
    return maxBodyBytes;
  }

  /** Secrets of a connector, the newest first; empty when none is configured. */
  public List<String> acknowledgementSecrets(String connector) {
    return config
        .getOptionalValues("casebound.acknowledgements." + connector + ".secrets", String.class)
        .orElse(List.of());
  }
}
