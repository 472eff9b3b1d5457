package org.casebound.demobank.config;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.casebound.demobank.DemoBankLog;
import org.casebound.demobank.acknowledgement.AcknowledgementSender;
import org.casebound.demobank.acknowledgement.Signer;
import org.casebound.demobank.faults.FaultBoard;
import org.casebound.demobank.faults.Faults;
import org.casebound.demobank.ledger.Ledger;

/** The one bank of this deployment: opens with it and closes with it. */
@ApplicationScoped
public class Bank {
  private static final String SECRET = "casebound.demo-bank.acknowledgement-secret";
  private static final String RECEIVER_SECRETS = "casebound.acknowledgements.core-banking.secrets";

  @Resource
  private ManagedScheduledExecutorService scheduler;

  private FaultBoard faults;
  private Ledger ledger;
  private AcknowledgementSender sender;

  void start(@Observes Startup startup) {
    sender.resume();
  }

  @PostConstruct
  void open() {
    Path journal = Path.of(property("jboss.server.data.dir").orElse("target"), "demo-bank", "journal.jsonl");
    faults = new FaultBoard(Faults.NONE);
    ledger = new Ledger(journal, Clock.systemUTC());
    sender = new AcknowledgementSender(
        ledger, faults, () -> BankAddresses.from(Bank::property), new Signer(secret()), Clock.systemUTC(), scheduler);
    DemoBankLog.LOG.opened(journal.toString(), BankAddresses.from(Bank::property).get("listener").uri().toString());
  }

  @PreDestroy
  void close() {
    sender.stop();
    ledger.close();
  }

  public Ledger ledger() {
    return ledger;
  }

  public FaultBoard faults() {
    return faults;
  }

  public AcknowledgementSender sender() {
    return sender;
  }

  private static String secret() {
    return property(SECRET)
        .or(() -> property(RECEIVER_SECRETS).map(secrets -> secrets.split(",")[0].strip()))
        .orElseGet(Bank::unknownSecret);
  }

  private static String unknownSecret() {
    DemoBankLog.LOG.noSecret(SECRET);
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Optional<String> property(String name) {
    return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
  }
}
