package ${package};

import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.ConnectionDefinition;
import java.net.URI;
import java.util.List;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.connector.api.Operation;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.ConnectionHandle;
import org.casebound.connector.base.ConnectorResourceAdapter;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.base.LoginManagedConnectionFactory;
import org.casebound.connector.base.PooledConnectionFactory;

/** The settings of one back office. User name, password and the time for questions are settings of every connector. */
@ConnectionDefinition(
    connectionFactory = BackOfficeConnectionFactory.class,
    connectionFactoryImpl = PooledConnectionFactory.class,
    connection = BackOfficeConnection.class,
    connectionImpl = ConnectionHandle.class)
public class ${prefix}ManagedConnectionFactory extends LoginManagedConnectionFactory {
  private static final long serialVersionUID = 1L;

  @ConfigProperty(description = "Address of the back office, http or https")
  private String baseUrl = "";

  @Override
  protected Operation describe(String operation) {
    return ${prefix}BackOffice.describe(operation);
  }

  @Override
  protected List<String> operations() {
    return List.of(${prefix}BackOffice.OPERATION);
  }

  @Override
  protected BackOffice open(Credentials credentials, ConnectorResourceAdapter started) {
    if (!baseUrl.matches("https?://.+")) {
      throw new IllegalArgumentException("baseUrl must be a http or https address.");
    }
    return new ${prefix}BackOffice(URI.create(baseUrl), credentials, questionTime());
  }

  @Override
  protected List<Object> ownConfiguration() {
    return List.of(baseUrl);
  }

  @Override
  protected String backOfficeName() {
    return baseUrl;
  }

  public String getBaseUrl() {
    return baseUrl;
  }

  public void setBaseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
  }
}
