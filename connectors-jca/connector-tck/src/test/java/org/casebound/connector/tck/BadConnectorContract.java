package org.casebound.connector.tck;

import jakarta.resource.spi.ManagedConnectionFactory;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.IdempotencyKey;

/** The contract applied to the bad connector. Its name keeps it out of the ordinary test run. */
class BadConnectorContract extends ConnectorContract {
  @Override
  protected Rig newRig() {
    return new BadRig();
  }

  private static final class BadRig implements Rig {
    private final ForgetfulBackOffice backOffice = new ForgetfulBackOffice(ForgetfulBackOffice.Mood.FINE);
    private final ForgetfulBackOffice nowhere = new ForgetfulBackOffice(ForgetfulBackOffice.Mood.NOWHERE);

    @Override
    public ManagedConnectionFactory factory() {
      return new BadConnector.Factory(backOffice);
    }

    @Override
    public ManagedConnectionFactory factoryToNowhere() {
      return new BadConnector.Factory(nowhere);
    }

    @Override
    public Call call(IdempotencyKey key, Duration timeout) {
      return new Call("do", key, "c", Map.of(), timeout);
    }

    @Override
    public Call refusedCall(IdempotencyKey key) {
      backOffice.be(ForgetfulBackOffice.Mood.REFUSING);
      return call(key, Duration.ofSeconds(1));
    }

    @Override
    public void answerLate(Duration delay) {
      backOffice.be(ForgetfulBackOffice.Mood.LATE);
    }

    @Override
    public void breakAfterEffect() {
      backOffice.be(ForgetfulBackOffice.Mood.BREAKING);
    }

    @Override
    public void beBusy() {
      backOffice.be(ForgetfulBackOffice.Mood.BUSY);
    }

    @Override
    public void holdRequests(Duration time) {
      backOffice.be(ForgetfulBackOffice.Mood.LATE);
    }

    @Override
    public boolean cutIdleConnections() {
      backOffice.be(ForgetfulBackOffice.Mood.BREAKING);
      return true;
    }

    @Override
    public boolean changeSchema() {
      backOffice.be(ForgetfulBackOffice.Mood.DRIFTING);
      return true;
    }

    @Override
    public Optional<ManagedConnectionFactory> factoryWithWrongCredentials() {
      backOffice.be(ForgetfulBackOffice.Mood.DENYING);
      return Optional.of(factory());
    }

    @Override
    public void behave() {
      backOffice.be(ForgetfulBackOffice.Mood.FINE);
    }

    @Override
    public int effects(IdempotencyKey key) {
      return backOffice.effects(key);
    }

    @Override
    public void close() {}
  }
}
