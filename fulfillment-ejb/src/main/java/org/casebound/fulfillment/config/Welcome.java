package org.casebound.fulfillment.config;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever started the server how to go on: the text of the file that the system property {@code casebound.welcome.file}
 * names, once the console really answers; without that property, how to add the first user.
 *
 * <p>{@code @address@} in the text is replaced by {@code casebound.welcome.address} (default {@code http://localhost:8080}).
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Welcome {

  private static final long PAUSE_MILLIS = 1_000;
  private static final int PATIENCE = 120;
  private static final int ANSWER_MILLIS = 2_000;

  @Resource private @Nullable TimerService timers;
  private int tries;

  protected Welcome() {}

  @PostConstruct
  void greet() {
    if (file().isEmpty() || timers == null) {
      ServerMessages.LOG.startedWithoutWelcome();
      return;
    }
    lookAgain(timers);
  }

  private static void lookAgain(TimerService timers) {
    timers.createSingleActionTimer(PAUSE_MILLIS, new TimerConfig(null, false));
  }

  /** One look whether the console answers. A timer of the container rests while the server is not yet, or no longer, in service. */
  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  void look() {
    tries++;
    if (answers(address())) {
      file().ifPresent(file -> print(file, address()));
    } else if (tries >= PATIENCE) {
      ServerMessages.LOG.consoleSilent(address(), PATIENCE);
    } else if (timers != null) {
      lookAgain(timers);
    }
  }

  private static Optional<String> file() {
    return Optional.ofNullable(System.getProperty("casebound.welcome.file"));
  }

  private static String address() {
    return System.getProperty("casebound.welcome.address", "http://localhost:8080");
  }

  private static boolean answers(String address) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(address + "/").toURL().openConnection();
      connection.setConnectTimeout(ANSWER_MILLIS);
      connection.setReadTimeout(ANSWER_MILLIS);
      connection.setInstanceFollowRedirects(false);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status < HttpURLConnection.HTTP_NOT_FOUND;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void print(String file, String address) {
    try {
      ServerMessages.LOG.ready(Files.readString(Path.of(file)).replace("@address@", address));
    } catch (IOException e) {
      ServerMessages.LOG.welcomeUnreadable(file, e.getMessage());
    }
  }
}
