package org.casebound.bundles;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command is to do.
 *
 * @param verb {@code plan}, {@code import}, {@code export} or {@code verify}
 * @param file the archive, or the bundle when its name ends with {@code .yaml}
 * @param processes to be exported, each {@code Name} or {@code Name@version}; none: all active ones
 * @param server root of the console and the API
 * @param authorization value of the header
 * @param names what queues, groups and connectors are called there, each {@code kind:name=name there}
 * @param inactive whether an import only saves
 * @param linked whether an export takes along the processes that the chosen ones file cases of
 */
record Arguments(
    String verb,
    Path file,
    List<String> processes,
    URI server,
    Optional<String> authorization,
    List<String> names,
    boolean inactive,
    boolean linked) {
  static final String USAGE =
      """
      Usage: java -jar casebound-bundles.jar <command> FILE [options]

        plan FILE                says what importing the archive or bundle would do
        import FILE              imports it, whole or not at all
        export FILE [PROCESS..]  writes an archive; PROCESS is Name or Name@version, without any: all active ones
        verify FILE              says whether the archive is as it was exported, and who signed it

        --server URL             root of the server; or CASEBOUND_URL
        --map kind:name=name     what a queue, group or connector is called there; may be repeated
        --map-file FILE          the same, one a line; lines that begin with # are comments
        --inactive               import: only save; somebody activates the processes later
        --not-linked             export: without the processes that the chosen ones file cases of

      CASEBOUND_USER and CASEBOUND_PASSWORD, or CASEBOUND_TOKEN, in the environment say who calls.
      Exit codes: 0 done, 1 refused, 2 wrong usage, 3 no answer, 4 not allowed.
      """;

  private static final List<String> VERBS = List.of("plan", "import", "export", "verify");

  Arguments {
    processes = List.copyOf(processes);
    names = List.copyOf(names);
  }

  /**
   * Reads the arguments.
   *
   * @throws CommandFailure when they make no sense
   */
  static Arguments of(String[] arguments, Map<String, String> environment) {
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    List<String> plain = new ArrayList<>();
    List<String> names = new ArrayList<>();
    String server = environment.getOrDefault("CASEBOUND_URL", "");
    boolean inactive = false;
    boolean linked = true;
    while (!rest.isEmpty()) {
      String next = rest.remove();
      switch (next) {
        case "--server" -> server = value(next, rest);
        case "--map" -> names.add(value(next, rest));
        case "--map-file" -> names.addAll(lines(Path.of(value(next, rest))));
        case "--inactive" -> inactive = true;
        case "--not-linked" -> linked = false;
        default -> plain.add(known(next));
      }
    }
    if (plain.size() < 2 || !VERBS.contains(plain.get(0)) || plain.size() > 2 && !plain.get(0).equals("export")) {
      throw usage("Name a command and a file.");
    }
    return new Arguments(
        plain.get(0), Path.of(plain.get(1)), plain.subList(2, plain.size()), address(server), Server.authorization(environment), names, inactive, linked);
  }

  private static String known(String argument) {
    if (argument.startsWith("-")) {
      throw usage("There is no option " + argument + ".");
    }
    return argument;
  }

  private static String value(String option, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw usage("Option " + option + " needs a value.");
    }
    return rest.remove();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    } catch (IOException unreadable) {
      throw new CommandFailure(ExitCode.USAGE, "File %s can not be read.".formatted(file));
    }
  }

  private static URI address(String text) {
    try {
      URI address = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (("http".equals(address.getScheme()) || "https".equals(address.getScheme())) && address.getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException noAddress) {
      // Said below.
    }
    throw usage("Name the server: --server https://casebound.example.com");
  }

  private static CommandFailure usage(String message) {
    return new CommandFailure(ExitCode.USAGE, message + "\n\n" + USAGE);
  }
}
