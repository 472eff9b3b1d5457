package org.casebound.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Users besides those of the demo: a second agent of one queue, and many workers of a queue that only one test uses. */
public final class TestUsers {
  /** An agent of the queue back_office only. */
  public static final String COLLEAGUE = "colleague";

  /** The queue of the workers. */
  public static final String RACE_QUEUE = "race_queue";

  private static final int WORKERS = 20;

  private TestUsers() {}

  /** The agents of {@link #RACE_QUEUE}. */
  public static List<String> workers() {
    return IntStream.rangeClosed(1, WORKERS).mapToObj(number -> "worker-" + number).toList();
  }

  static void addTo(Path configuration) throws IOException {
    List<String> passwords = new ArrayList<>(List.of(COLLEAGUE + "=" + COLLEAGUE + "-demo"));
    List<String> roles = new ArrayList<>(List.of(COLLEAGUE + "=agent,back_office"));
    for (String worker : workers()) {
      passwords.add(worker + "=" + worker + "-demo");
      roles.add(worker + "=agent," + RACE_QUEUE);
    }
    Files.write(configuration.resolve("demo-users.properties"), passwords, StandardOpenOption.APPEND);
    Files.write(configuration.resolve("demo-roles.properties"), roles, StandardOpenOption.APPEND);
  }
}
