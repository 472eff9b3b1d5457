package org.casebound.connector.base;

import jakarta.resource.spi.ConfigProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes connections to a back office that wants to know who calls. */
public abstract class LoginManagedConnectionFactory extends ConnectorManagedConnectionFactory {
  private static final long serialVersionUID = 1L;

  @ConfigProperty(description = "User name where the container signs nobody on")
  private String userName = "";

  @ConfigProperty(description = "Password of that user", confidential = true)
  private String password = "";

  /** Only for subclasses. */
  protected LoginManagedConnectionFactory() {}

  /** Every property of the connector itself, for equality. */
  protected abstract List<Object> ownConfiguration();

  @Override
  protected final List<Object> configuration() {
    return List.of(ownConfiguration(), getQuestionTimeoutMillis(), userName, password);
  }

  @Override
  protected Credentials configuredCredentials() {
    return Credentials.of(userName, password);
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
}
