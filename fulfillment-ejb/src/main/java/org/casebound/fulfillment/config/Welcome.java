package org.casebound.fulfillment.config;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
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

  private static final int PATIENCE_SECONDS = 120;
  private static final int ANSWER_MILLIS = 2_000;

  @Resource private @Nullable ManagedScheduledExecutorService scheduler;
  private @Nullable ScheduledFuture<?> watch;
  private int secondsWaited;

  protected Welcome() {}

  @PostConstruct
  void greet() {
    Optional<String> file = Optional.ofNullable(System.getProperty("casebound.welcome.file"));
    if (file.isEmpty() || scheduler == null) {
      ServerMessages.LOG.startedWithoutWelcome();
      return;
    }
    String address = System.getProperty("casebound.welcome.address", "http://localhost:8080");
    watch = scheduler.scheduleWithFixedDelay(() -> greetOnceAnswered(file.get(), address), 1, 1, TimeUnit.SECONDS);
  }

  @PreDestroy
  void stopWatching() {
    if (watch != null) {
      watch.cancel(false);
    }
  }

  private void greetOnceAnswered(String file, String address) {
    secondsWaited++;
    if (answers(address)) {
      stopWatching();
      print(file, address);
    } else if (secondsWaited >= PATIENCE_SECONDS) {
      stopWatching();
      ServerMessages.LOG.consoleSilent(address, PATIENCE_SECONDS);
    }
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
