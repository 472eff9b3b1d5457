package org.casebound.connector.http;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.casebound.connector.api.AcknowledgementListener;
import org.casebound.connector.api.WebhookSignature;
import org.jspecify.annotations.Nullable;

/**
 * How a message endpoint takes acknowledgements. There is no default secret: without one the activation is refused,
 * unless it is switched off with {@code enabled=false}.
 */
@Activation(messageListeners = AcknowledgementListener.class)
public class AcknowledgementActivation implements ActivationSpec {

  @ConfigProperty(description = "false: nothing listens and nothing is checked", defaultValue = "true")
  private Boolean enabled = true;

  @ConfigProperty(description = "Name of the connector in the acknowledgements that it delivers")
  private String connector = "";

  @ConfigProperty(description = "Address to listen on", defaultValue = "127.0.0.1")
  private String bindAddress = "127.0.0.1";

  @ConfigProperty(description = "Port to listen on; activations with the same address and port share it", defaultValue = "8090")
  private Integer port = 8090;

  @ConfigProperty(description = "Added to the port", defaultValue = "0")
  private Integer portOffset = 0;

  @ConfigProperty(description = "Path that the back office posts to, begins with a slash")
  private String path = "";

  @ConfigProperty(description = "One or more secrets (whsec_ and Base64), separated by commas", confidential = true)
  private String secrets = "";

  @ConfigProperty(description = "How far the sender's clock may be off, in seconds", defaultValue = "300")
  private Integer toleranceSeconds = 300;

  private @Nullable ResourceAdapter resourceAdapter;

  @Override
  public void validate() throws InvalidPropertyException {
    if (!enabled) {
      return;
    }
    require(!connector.isBlank(), "connector is missing.");
    require(!bindAddress.isBlank(), "bindAddress is missing.");
    require(port >= 0 && portOffset >= 0 && port + portOffset <= 65_535, "port and portOffset make no port.");
    require(path.matches("/[A-Za-z0-9._~/-]+"), "path must begin with a slash and have only plain characters.");
    require(toleranceSeconds > 0, "toleranceSeconds must be greater than 0.");
    signature(Clock.systemUTC());
  }

  /** Checks signatures with the configured secrets. */
  WebhookSignature signature(Clock clock) throws InvalidPropertyException {
    List<String> list = Arrays.stream(secrets.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
    try {
      return new WebhookSignature(list, Duration.ofSeconds(toleranceSeconds), clock);
    } catch (IllegalArgumentException e) {
      throw new InvalidPropertyException("Acknowledgements of " + connector + ": " + e.getMessage(), e);
    }
  }

  private void require(boolean holds, String sentence) throws InvalidPropertyException {
    if (!holds) {
      throw new InvalidPropertyException("Acknowledgements of " + connector + ": " + sentence);
    }
  }

  @Override
  public @Nullable ResourceAdapter getResourceAdapter() {
    return resourceAdapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) {
    this.resourceAdapter = adapter;
  }

  public Boolean getEnabled() {
    return enabled;
  }

  public void setEnabled(Boolean enabled) {
    this.enabled = enabled;
  }

  public String getConnector() {
    return connector;
  }

  public void setConnector(String connector) {
    this.connector = connector;
  }

  public String getBindAddress() {
    return bindAddress;
  }

  public void setBindAddress(String bindAddress) {
    this.bindAddress = bindAddress;
  }

  public Integer getPort() {
    return port;
  }

  public void setPort(Integer port) {
    this.port = port;
  }

  public Integer getPortOffset() {
    return portOffset;
  }

  public void setPortOffset(Integer portOffset) {
    this.portOffset = portOffset;
  }

  public String getPath() {
    return path;
  }

  public void setPath(String path) {
    this.path = path;
  }

  public String getSecrets() {
    return secrets;
  }

  public void setSecrets(String secrets) {
    this.secrets = secrets;
  }

  public Integer getToleranceSeconds() {
    return toleranceSeconds;
  }

  public void setToleranceSeconds(Integer toleranceSeconds) {
    this.toleranceSeconds = toleranceSeconds;
  }
}
