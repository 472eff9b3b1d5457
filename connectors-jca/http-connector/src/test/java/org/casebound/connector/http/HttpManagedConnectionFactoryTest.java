package org.casebound.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.NotSupportedException;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.security.PasswordCredential;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Set;
import javax.security.auth.Subject;
import org.casebound.connector.api.BackOfficeConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpManagedConnectionFactoryTest {
  private final HttpManagedConnectionFactory factory = HttpRig.factory(1);

  @ParameterizedTest
  @ValueSource(strings = {"", "bank", "ftp://bank", "http://bank?x=1", "http://u:p@bank", "http:///x"})
  void refusesAnAddressThatIsNoBaseUrlBeforeAnythingIsSent(String address) {
    factory.setBaseUrl(address);
    assertThatThrownBy(() -> factory.createManagedConnection(null, null)).isInstanceOf(InvalidPropertyException.class);
  }

  @Test
  void refusesImpossibleTimesPathsAndHeaders() {
    assertRefused(f -> f.setConnectTimeoutMillis(0), "connectTimeoutMillis");
    assertRefused(f -> f.setQuestionTimeoutMillis(-1), "questionTimeoutMillis");
    assertRefused(f -> f.setVerifyPath("/effects"), "verifyPath");
    assertRefused(f -> f.setHealthPath("health"), "healthPath");
    assertRefused(f -> f.setHeaders("nonsense"), "headers");
    assertRefused(f -> f.setMaxResponseBytes(10), "maxResponseBytes");
    assertRefused(f -> f.setTrustStorePath("/no/such/file"), "trust store");
    assertRefused(f -> f.setKeyStorePath("/no/such/file"), "key store");
    assertRefused(f -> f.setAuthentication("NTLM"), "authentication");
    assertRefused(f -> f.setAuthentication("OAUTH2"), "tokenUrl");
    assertRefused(f -> f.setTokenUrl("http://127.0.0.1/token"), "tokenUrl");
    assertRefused(f -> f.setApiKeyHeader("X: y"), "apiKeyHeader");
    assertRefused(f -> withoutPassword(f).setAuthentication("BEARER"), "password");
    assertRefused(f -> withoutPassword(f).setAuthentication("SIGNATURE"), "SIGNATURE");
    assertRefused(f -> f.setAllowedAddresses("example.com"), "address range");
    assertRefused(f -> f.setAllowedAddresses("10.0.0.0/33"), "address range");
  }

  private static HttpManagedConnectionFactory withoutPassword(HttpManagedConnectionFactory changed) {
    changed.setPassword("");
    return changed;
  }

  private static void assertRefused(java.util.function.Consumer<HttpManagedConnectionFactory> change, String named) {
    HttpManagedConnectionFactory changed = HttpRig.factory(1);
    change.accept(changed);
    assertThatThrownBy(() -> changed.createManagedConnection(null, null))
        .isInstanceOf(InvalidPropertyException.class).hasMessageContaining(named);
  }

  @Test
  void isEqualOnlyToAFactoryWithTheSameConfiguration() {
    HttpManagedConnectionFactory other = HttpRig.factory(1);
    assertThat(other).isEqualTo(factory).hasSameHashCodeAs(factory);
    other.setPassword("x");
    assertThat(other).isNotEqualTo(factory);
  }

  @Test
  void survivesSerialization() throws Exception {
    factory.createManagedConnection(null, null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(factory);
    }
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(in.readObject()).isEqualTo(factory);
    }
  }

  @Test
  void matchesOnlyItsOwnConnections() throws Exception {
    ManagedConnection connection = factory.createManagedConnection(null, null);
    assertThat(factory.matchManagedConnections(Set.of(connection), null, null)).isSameAs(connection);
    assertThat(HttpRig.factory(2).matchManagedConnections(Set.of(connection), null, null)).isNull();
    connection.destroy();
    assertThat(factory.matchManagedConnections(Set.of(connection), null, null)).isNull();
  }

  @Test
  void ignoresCredentialsThatAreMeantForAnotherFactory() throws Exception {
    PasswordCredential foreign = new PasswordCredential("u", "p".toCharArray());
    foreign.setManagedConnectionFactory(HttpRig.factory(2));
    Subject subject = new Subject(false, Set.of(), Set.of(), Set.of(foreign));
    assertThat(factory.createManagedConnection(subject, null).getMetaData().getUserName()).isEqualTo(factory.getUserName());
  }

  @Test
  void aConnectionDoesNotChangeToOtherCredentials() throws Exception {
    ManagedConnection connection = factory.createManagedConnection(null, null);
    PasswordCredential own = new PasswordCredential("u", "p".toCharArray());
    own.setManagedConnectionFactory(factory);
    Subject subject = new Subject(false, Set.of(), Set.of(), Set.of(own));
    assertThatThrownBy(() -> connection.getConnection(subject, null))
        .isInstanceOf(jakarta.resource.spi.SecurityException.class);
  }

  @Test
  void aHandleCanBeMovedToAnotherConnection() throws Exception {
    ManagedConnection one = factory.createManagedConnection(null, null);
    ManagedConnection two = factory.createManagedConnection(null, null);
    BackOfficeConnection handle = (BackOfficeConnection) one.getConnection(null, null);
    two.associateConnection(handle);
    one.cleanup();
    assertThat(handle.health().message()).doesNotContain("closed");
    two.cleanup();
    assertThat(handle.health().message()).contains("closed");
  }

  @Test
  void findsConnectionsThatAreInvalidBecauseTheBackOfficeIsDown() throws Exception {
    ManagedConnection unasked = factory.createManagedConnection(null, null);
    Set<?> none = factory.getInvalidConnections(Set.of(unasked));
    assertThat(none).isEmpty();
    HttpManagedConnectionFactory asking = HttpRig.factory(1);
    asking.setHealthPath("/health");
    ManagedConnection down = asking.createManagedConnection(null, null);
    assertThat((Set<?>) asking.getInvalidConnections(Set.of(down))).hasSize(1);
  }

  @Test
  void hasNoTransactions() throws Exception {
    ManagedConnection connection = factory.createManagedConnection(null, null);
    assertThatThrownBy(connection::getXAResource).isInstanceOf(NotSupportedException.class);
    assertThatThrownBy(connection::getLocalTransaction).isInstanceOf(NotSupportedException.class);
    assertThat(connection.getMetaData().getEISProductName()).contains("http://127.0.0.1:1");
  }
}
