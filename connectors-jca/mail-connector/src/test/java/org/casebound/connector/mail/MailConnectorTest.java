package org.casebound.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.resource.spi.InvalidPropertyException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.tck.TestNaming;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract leaves to the connector, with a real SMTP server. */
class MailConnectorTest {
  private static final IdempotencyKey KEY = new IdempotencyKey("k-1");

  private final MailRig rig = new MailRig();
  private final MailManagedConnectionFactory factory = (MailManagedConnectionFactory) rig.factory();

  @AfterEach
  void close() {
    rig.close();
  }

  private BackOfficeConnection connect() throws Exception {
    return (BackOfficeConnection) factory.createManagedConnection(null, null).getConnection(null, null);
  }

  private Outcome send(Map<String, Object> input) throws Exception {
    return connect().call(new Call("SEND", KEY, "case-7", input, Duration.ofSeconds(10)));
  }

  private Outcome sendTo(String recipient) throws Exception {
    return send(MailRig.mailTo(recipient));
  }

  private static Outcome.Failed failed(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return (Outcome.Failed) outcome;
  }

  private MimeMessage onlyMail() {
    assertThat(rig.server().getReceivedMessages()).hasSize(1);
    return rig.server().getReceivedMessages()[0];
  }

  @Test
  void aMailHasItsIdFromTheKeyAndSaysThatAMachineSentIt() throws Exception {
    Outcome outcome = send(Map.of(
        "to", "Jürgen Groß <customer@example.org>", "subject", "Ihre Karte 💳 ist gesperrt", "text", "Grüße\nhier"));
    MimeMessage mail = onlyMail();
    String id = MailRig.header(mail, "Message-ID");
    assertThat(outcome).isEqualTo(new Outcome.Done(Map.of("messageId", id)));
    assertThat(id).matches("<casebound\\.[0-9a-f]{40}@example\\.org>");
    assertThat(mail.getSubject()).isEqualTo("Ihre Karte 💳 ist gesperrt");
    assertThat(mail.getContent().toString().strip()).isEqualTo("Grüße\r\nhier");
    assertThat(mail.getFrom()).containsExactly(new InternetAddress("cases@example.org", "Casebound"));
    assertThat(((InternetAddress) mail.getRecipients(Message.RecipientType.TO)[0]).getPersonal()).isEqualTo("Jürgen Groß");
    assertThat(MailRig.header(mail, "Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(MailRig.header(mail, "X-Correlation-Id")).isEqualTo("case-7");
  }

  @Test
  void aMailMayHaveSeveralRecipientsAndARichText() throws Exception {
    send(Map.of(
        "to", List.of("a@example.org", "b@example.org"), "cc", "c@example.org", "bcc", "d@example.org",
        "subject", "S", "text", "plain", "html", "<p>rich</p>"));
    assertThat(rig.server().getReceivedMessages()).hasSize(4);
    MimeMessage mail = rig.server().getReceivedMessages()[0];
    assertThat(((MimeMultipart) mail.getContent()).getContentType()).startsWith("multipart/alternative");
    assertThat(GreenMailUtil.getHeaders(mail)).contains("c@example.org").doesNotContain("d@example.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "victim@example.org\r\nBcc: all@example.org", "a@example.org, b@example.org", "a@example.org\nX: y", "no address",
      "group: a@example.org, b@example.org;", "a@example.org\u0000", "local", "<>"})
  void noInputBecomesAHeaderOrASecondRecipient(String recipient) throws Exception {
    assertThat(failed(sendTo(recipient)).code()).isEqualTo("OPERATION_INVALID");
    assertThat(rig.handedOver()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello\r\nBcc: all@example.org", "Hello\nX: y", "a\u2028b", "tab\tulator", " "})
  void noSubjectEndsItsHeader(String subject) throws Exception {
    Map<String, Object> input = new HashMap<>(MailRig.mailTo("customer@example.org"));
    input.put("subject", subject);
    assertThat(failed(send(input)).code()).isEqualTo("OPERATION_INVALID");
    assertThat(rig.handedOver()).isZero();
  }

  @Test
  void aBodyThatLooksLikeTheEndOfTheMailDoesNotEndIt() throws Exception {
    Map<String, Object> input = new HashMap<>(MailRig.mailTo("customer@example.org"));
    input.put("text", "one\r\n.\r\nMAIL FROM:<x@example.org>\r\ntwo");
    assertThat(send(input)).isInstanceOf(Outcome.Done.class);
    assertThat(onlyMail().getContent().toString()).contains("two");
  }

  @Test
  void unknownInputsOperationsAndForeignDomainsAreRefused() throws Exception {
    Map<String, Object> input = new HashMap<>(MailRig.mailTo("customer@example.org"));
    input.put("from", "boss@example.org");
    assertThat(failed(send(input)).message()).contains("from");
    factory.setRecipientDomains("example.org, example.net");
    assertThat(sendTo("a@EXAMPLE.net")).isInstanceOf(Outcome.Done.class);
    assertThat(failed(sendTo("a@example.com")).code()).isEqualTo("OPERATION_INVALID");
    factory.setMaxRecipients(1);
    Map<String, Object> two = new HashMap<>(MailRig.mailTo("a@example.org"));
    two.put("cc", "b@example.org");
    assertThat(failed(send(two)).message()).contains("at most 1");
    assertThat(failed(connect().call(new Call("SHOUT", KEY, "c", Map.of(), Duration.ofSeconds(1)))).code())
        .isEqualTo("OPERATION_INVALID");
  }

  @Test
  void theServersCodesSayWhatMayBeTriedAgain() throws Exception {
    assertThat(sendTo("nobody@example.org")).isEqualTo(
        new Outcome.Rejected("SMTP_550", "550 5.1.1 <nobody@example.org>: no such mailbox"));
    assertThat(failed(sendTo("later@example.org")).kind()).isEqualTo(Failure.TRANSIENT);
    factory.setFrom("stranger@example.org");
    assertThat(failed(sendTo("customer@example.org")).kind()).isEqualTo(Failure.PERMANENT);
    assertThat(rig.handedOver()).isZero();
  }

  @Test
  void aCallIsOneMailOnTheWire() throws Exception {
    rig.breakAfterEffect();
    assertThat(failed(sendTo(MailRig.recipient(KEY))).kind()).isEqualTo(Failure.UNKNOWN_OUTCOME);
    assertThat(rig.handedOver()).isEqualTo(1);
    rig.behave();
    sendTo(MailRig.recipient(KEY));
    assertThat(rig.handedOver()).isEqualTo(2);
    assertThat(rig.effects(KEY)).isEqualTo(1);
  }

  @Test
  void aServerThatCanNotEncryptGetsNothingUnlessThatIsAllowed() throws Exception {
    factory.setSecurity("STARTTLS");
    assertThat(failed(sendTo("customer@example.org")).kind()).isEqualTo(Failure.TRANSIENT);
    assertThat(rig.handedOver()).isZero();
  }

  @Test
  void aRefusedLoginIsForAPerson() throws Exception {
    rig.server().setUser("casebound", "casebound", "right");
    factory.setUserName("casebound");
    factory.setPassword("right");
    assertThat(sendTo("customer@example.org")).isInstanceOf(Outcome.Done.class);
    factory.setPassword("wrong-secret");
    Outcome.Failed failed = failed(sendTo("customer@example.org"));
    assertThat(failed.kind()).isEqualTo(Failure.PERMANENT);
    assertThat(failed.toString()).doesNotContain("wrong-secret");
  }

  @Test
  void theServersOwnMailSessionCanBeUsed() throws Exception {
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(rig.server().getSmtp().getPort()));
    TestNaming.bind("java:/mail/Test", Session.getInstance(properties));
    factory.setMailSession("java:/mail/Test");
    factory.setHost("");
    assertThat(sendTo("customer@example.org")).isInstanceOf(Outcome.Done.class);
    factory.setMailSession("java:/mail/not-there");
    assertThat(failed(sendTo("customer@example.org")).kind()).isEqualTo(Failure.TRANSIENT);
    assertThat(connect().health().state()).isEqualTo(Health.State.DOWN);
  }

  @Test
  void healthAsksTheServer() throws Exception {
    assertThat(connect().health().state()).isEqualTo(Health.State.UP);
    rig.beBusy();
    assertThat(connect().health().state()).isEqualTo(Health.State.DOWN);
  }

  @Test
  void impossiblePropertiesAreRefusedBeforeAnythingIsSent() {
    Map<String, Consumer<MailManagedConnectionFactory>> mistakes = Map.of(
        "host", f -> f.setHost(""), "port", f -> f.setPort(0), "security", f -> f.setSecurity("MAYBE"),
        "from", f -> f.setFrom("a@example.org, b@example.org"), "maxRecipients", f -> f.setMaxRecipients(0),
        "connectTimeoutMillis", f -> f.setConnectTimeoutMillis(0));
    mistakes.forEach((named, mistake) -> {
      MailManagedConnectionFactory changed = (MailManagedConnectionFactory) rig.factory();
      mistake.accept(changed);
      assertThatThrownBy(() -> changed.createManagedConnection(null, null))
          .isInstanceOf(InvalidPropertyException.class).hasMessageContaining(named);
    });
  }
}
