package org.casebound.connector.http;

import jakarta.resource.spi.ConfigProperty;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.http.outbound.Credentials;
import org.casebound.connector.http.outbound.HttpSettings;
import org.casebound.connector.http.outbound.TrustStore;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a connection definition. A bean with setters, because the container fills it; read once, when the
 * first connection is made.
 */
public abstract class HttpConfiguration implements Serializable {
  private static final long serialVersionUID = 1L;

  @ConfigProperty(description = "http or https address of the back office; operations are added to it")
  private String baseUrl = "";

  @ConfigProperty(description = "Longest time to a connection, in milliseconds", defaultValue = "2000")
  private Integer connectTimeoutMillis = 2000;

  @ConfigProperty(
      description = "Longest time for an answer to verify and health, in milliseconds; calls bring their own",
      defaultValue = "10000")
  private Integer readTimeoutMillis = 10_000;

  @ConfigProperty(description = "Longest answer that is read, in bytes", defaultValue = "1048576")
  private Integer maxResponseBytes = 1_048_576;

  @ConfigProperty(description = "Path with {key} that tells what became of a call; empty: no verification")
  private String verifyPath = "";

  @ConfigProperty(description = "Path that answers 2xx when the back office works; empty: not asked")
  private String healthPath = "";

  @ConfigProperty(description = "Headers for every request: Name: value|Name: value")
  private String headers = "";

  @ConfigProperty(description = "File with trusted certificates; empty: the JVM's own list")
  private String trustStorePath = "";

  @ConfigProperty(description = "Opens the trust store", confidential = true)
  private String trustStorePassword = "";

  @ConfigProperty(description = "PKCS12 or JKS", defaultValue = "PKCS12")
  private String trustStoreType = "PKCS12";

  @ConfigProperty(description = "User name for HTTP Basic where the container signs nobody on")
  private String userName = "";

  @ConfigProperty(description = "Password for HTTP Basic", confidential = true)
  private String password = "";

  @ConfigProperty(description = "Bearer token, sent instead of user name and password", confidential = true)
  private String bearerToken = "";

  HttpConfiguration() {}

  HttpSettings settings() {
    return new HttpSettings(
        URI.create(baseUrl.strip()),
        Duration.ofMillis(connectTimeoutMillis),
        Duration.ofMillis(readTimeoutMillis),
        text(verifyPath),
        text(healthPath),
        headerMap(),
        text(trustStorePath).map(path -> new TrustStore(Path.of(path), trustStorePassword, trustStoreType)),
        maxResponseBytes);
  }

  Credentials configuredCredentials() {
    return new Credentials(text(userName), password, text(bearerToken));
  }

  /** Every property, for equality. */
  List<Object> configuration() {
    return List.of(
        baseUrl, connectTimeoutMillis, readTimeoutMillis, maxResponseBytes, verifyPath, healthPath, headers,
        trustStorePath, trustStorePassword, trustStoreType, userName, password, bearerToken);
  }

  private Map<String, String> headerMap() {
    Map<String, String> map = new LinkedHashMap<>();
    for (String header : headers.split("\\|")) {
      int colon = header.indexOf(':');
      if (colon > 0) {
        map.put(header.substring(0, colon).strip(), header.substring(colon + 1).strip());
      } else if (!header.isBlank()) {
        throw new IllegalArgumentException("headers has the form \"Name: value|Name: value\".");
      }
    }
    return map;
  }

  private static Optional<String> text(String value) {
    return Optional.of(value.strip()).filter(text -> !text.isEmpty());
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }

  public String getBaseUrl() {
    return baseUrl;
  }

  public void setBaseUrl(@Nullable String baseUrl) {
    this.baseUrl = orEmpty(baseUrl);
  }

  public Integer getConnectTimeoutMillis() {
    return connectTimeoutMillis;
  }

  public void setConnectTimeoutMillis(Integer connectTimeoutMillis) {
    this.connectTimeoutMillis = connectTimeoutMillis;
  }

  public Integer getReadTimeoutMillis() {
    return readTimeoutMillis;
  }

  public void setReadTimeoutMillis(Integer readTimeoutMillis) {
    this.readTimeoutMillis = readTimeoutMillis;
  }

  public Integer getMaxResponseBytes() {
    return maxResponseBytes;
  }

  public void setMaxResponseBytes(Integer maxResponseBytes) {
    this.maxResponseBytes = maxResponseBytes;
  }

  public String getVerifyPath() {
    return verifyPath;
  }

  public void setVerifyPath(@Nullable String verifyPath) {
    this.verifyPath = orEmpty(verifyPath);
  }

  public String getHealthPath() {
    return healthPath;
  }

  public void setHealthPath(@Nullable String healthPath) {
    this.healthPath = orEmpty(healthPath);
  }

  public String getHeaders() {
    return headers;
  }

  public void setHeaders(@Nullable String headers) {
    this.headers = orEmpty(headers);
  }

  public String getTrustStorePath() {
    return trustStorePath;
  }

  public void setTrustStorePath(@Nullable String trustStorePath) {
    this.trustStorePath = orEmpty(trustStorePath);
  }

  public String getTrustStorePassword() {
    return trustStorePassword;
  }

  public void setTrustStorePassword(@Nullable String trustStorePassword) {
    this.trustStorePassword = orEmpty(trustStorePassword);
  }

  public String getTrustStoreType() {
    return trustStoreType;
  }

  public void setTrustStoreType(@Nullable String trustStoreType) {
    this.trustStoreType = orEmpty(trustStoreType);
  }

  public String getUserName() {
    return userName;
  }

  public void setUserName(@Nullable String userName) {
    this.userName = orEmpty(userName);
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = orEmpty(password);
  }

  public String getBearerToken() {
    return bearerToken;
  }

  public void setBearerToken(@Nullable String bearerToken) {
    this.bearerToken = orEmpty(bearerToken);
  }
}
