package org.casebound.connector.file;

import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.nio.file.Path;
import java.time.Duration;
import org.casebound.connector.api.AcknowledgementListener;
import org.casebound.connector.file.inbound.FolderSettings;
import org.jspecify.annotations.Nullable;

/** How a message endpoint takes acknowledgement files. */
@Activation(messageListeners = AcknowledgementListener.class)
public class FolderActivation implements ActivationSpec {

  @ConfigProperty(description = "false: no folder is looked at and nothing is checked", defaultValue = "true")
  private Boolean enabled = true;

  @ConfigProperty(description = "Name of the connector in the acknowledgements that it delivers")
  private String connector = "";

  @ConfigProperty(description = "Folder that the back office writes to, absolute")
  private String folder = "";

  @ConfigProperty(description = "How often the folder is looked at, in milliseconds", defaultValue = "2000")
  private Integer pollMillis = 2000;

  @ConfigProperty(description = "How long a file must not have changed before it is taken, in milliseconds", defaultValue = "2000")
  private Integer settleMillis = 2000;

  @ConfigProperty(description = "After how long another node takes a claimed file over, in seconds", defaultValue = "300")
  private Integer claimSeconds = 300;

  private @Nullable ResourceAdapter resourceAdapter;

  @Override
  public void validate() throws InvalidPropertyException {
    if (enabled) {
      require(pollMillis > 0, "pollMillis must be greater than 0.");
      settings();
    }
  }

  /** The checked settings. */
  FolderSettings settings() throws InvalidPropertyException {
    try {
      return new FolderSettings(
          connector, Path.of(folder.strip()), Duration.ofMillis(settleMillis), Duration.ofSeconds(claimSeconds));
    } catch (IllegalArgumentException e) {
      throw new InvalidPropertyException("Acknowledgement files of " + connector + ": " + e.getMessage(), e);
    }
  }

  private void require(boolean holds, String sentence) throws InvalidPropertyException {
    if (!holds) {
      throw new InvalidPropertyException("Acknowledgement files of " + connector + ": " + sentence);
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

  public String getFolder() {
    return folder;
  }

  public void setFolder(String folder) {
    this.folder = folder;
  }

  public Integer getPollMillis() {
    return pollMillis;
  }

  public void setPollMillis(Integer pollMillis) {
    this.pollMillis = pollMillis;
  }

  public Integer getSettleMillis() {
    return settleMillis;
  }

  public void setSettleMillis(Integer settleMillis) {
    this.settleMillis = settleMillis;
  }

  public Integer getClaimSeconds() {
    return claimSeconds;
  }

  public void setClaimSeconds(Integer claimSeconds) {
    this.claimSeconds = claimSeconds;
  }
}
