package org.casebound.connector.file;

import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.ConnectionDefinition;
import java.nio.file.Path;
import java.util.List;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.connector.api.Operation;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.ConnectionHandle;
import org.casebound.connector.base.ConnectorManagedConnectionFactory;
import org.casebound.connector.base.ConnectorResourceAdapter;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.base.PooledConnectionFactory;
import org.casebound.connector.file.outbound.Disk;
import org.casebound.connector.file.outbound.FileBackOffice;
import org.casebound.connector.file.outbound.FileSettings;
import org.jspecify.annotations.Nullable;

/** A drop folder. */
@ConnectionDefinition(
    connectionFactory = BackOfficeConnectionFactory.class,
    connectionFactoryImpl = PooledConnectionFactory.class,
    connection = BackOfficeConnection.class,
    connectionImpl = ConnectionHandle.class)
public class FileManagedConnectionFactory extends ConnectorManagedConnectionFactory {
  private static final long serialVersionUID = 1L;

  @ConfigProperty(description = "The drop folder, absolute; it must be there already")
  private String folder = "";

  @ConfigProperty(description = "For unfinished files and keys, on the same file system; empty: .casebound in the folder")
  private String workFolder = "";

  @ConfigProperty(description = "Whether the receiver acknowledges each file later", defaultValue = "false")
  private Boolean acknowledged = false;

  @ConfigProperty(description = "Most files that may wait in the folder; 0: no limit", defaultValue = "0")
  private Integer maxWaiting = 0;

  @Override
  protected Operation describe(String operation) {
    return FileBackOffice.describe(operation);
  }

  @Override
  protected BackOffice open(Credentials credentials, ConnectorResourceAdapter started) {
    Path drop = Path.of(folder.strip());
    Path work = workFolder.isBlank() ? drop.resolve(".casebound") : Path.of(workFolder.strip());
    return new FileBackOffice(new FileSettings(drop, work, acknowledged, maxWaiting), disk());
  }

  /** How files are written. */
  Disk disk() {
    return new Disk();
  }

  @Override
  protected List<Object> configuration() {
    return List.of(folder, workFolder, acknowledged, maxWaiting, getQuestionTimeoutMillis());
  }

  @Override
  protected String backOfficeName() {
    return "Folder " + folder;
  }

  public String getFolder() {
    return folder;
  }

  public void setFolder(@Nullable String folder) {
    this.folder = orEmpty(folder);
  }

  public String getWorkFolder() {
    return workFolder;
  }

  public void setWorkFolder(@Nullable String workFolder) {
    this.workFolder = orEmpty(workFolder);
  }

  public Boolean getAcknowledged() {
    return acknowledged;
  }

  public void setAcknowledged(Boolean acknowledged) {
    this.acknowledged = acknowledged;
  }

  public Integer getMaxWaiting() {
    return maxWaiting;
  }

  public void setMaxWaiting(Integer maxWaiting) {
    this.maxWaiting = maxWaiting;
  }
}
