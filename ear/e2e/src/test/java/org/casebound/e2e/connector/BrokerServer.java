package org.casebound.e2e.connector;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.jspecify.annotations.Nullable;

/**
 * A server with an embedded broker and the JMS connector, set up by the commands of the README, with a post office and a virus scanner.
 * Shared by the tests that need those, because they have to be there at its start; it ends with the JVM.
 */
public final class BrokerServer {
  private static final int MANAGEMENT = 9990;
  private static final int BROKER = 5445;

  /** How often a message is delivered before it is a dead letter. */
  public static final int DELIVERIES = 3;

  /** Where its mails go. */
  static final GreenMail POST_OFFICE = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  /** Who looks at its documents. */
  public static final SmallClamd CLAMD = new SmallClamd(freePort());

  private static @Nullable CaseboundServer running;

  private BrokerServer() {}

  /** A port that stays the same when who listens there goes and comes again. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server, started at the first call. */
  public static synchronized CaseboundServer get() {
    if (running == null) {
      POST_OFFICE.start();
      CaseboundServer server = CaseboundServer.on(Database.POSTGRESQL)
          .keepingChanges()
          .with("casebound.step.lease", "PT5S")
          .with("casebound.poll.interval", "PT0.5S")
          .with("casebound.mail.session", "java:jboss/mail/Default")
          .with("casebound.mail.from", "Service desk <desk@example.org>")
          .with("casebound.mail.domains", "desk.example")
          .with("casebound.scanner.clamd", CLAMD.address())
          .with("jboss.mail.server.host", "127.0.0.1")
          .with("jboss.mail.server.port", Integer.toString(POST_OFFICE.getSmtp().getPort()))
          .with("RecoveryEnvironmentBean.periodicRecoveryPeriod", "2")
          .with("RecoveryEnvironmentBean.recoveryBackoffPeriod", "1")
          .with("JTAEnvironmentBean.orphanSafetyInterval", "1000")
          .start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::kill, "end broker server"));
      running = server;
      new CommandLine(server).run(
          CommandLine.commands("Message queues", 0),
          "jms-connector-rar/target/jms-connector.rar", "jms-acknowledgements/target/jms-acknowledgements.jar");
      openToTheBank(server);
    }
    return running;
  }

  /** The bank of the tests is another process, and does not log in. */
  private static void openToTheBank(CaseboundServer server) {
    new CommandLine(server).run("""
        /subsystem=messaging-activemq/server=default:write-attribute(name=security-enabled,value=false)
        /socket-binding-group=standard-sockets/socket-binding=artemis:add(port=%d)
        /subsystem=messaging-activemq/server=default/remote-acceptor=bank:add(socket-binding=artemis)
        /subsystem=messaging-activemq/server=default/address-setting=#:write-attribute(name=max-delivery-attempts,value=%d)
        /subsystem=messaging-activemq/server=default/address-setting=#:write-attribute(name=redelivery-delay,value=100)
        reload
        """.formatted(BROKER, DELIVERIES));
  }

  /** Where the bank connects to. */
  public static String address(CaseboundServer server) {
    return "tcp://localhost:" + (server.managementAddress().getPort() - MANAGEMENT + BROKER);
  }
}
