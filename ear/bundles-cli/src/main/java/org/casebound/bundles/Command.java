package org.casebound.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Does what the arguments say. */
final class Command {
  private static final String ZIP = "application/zip";
  private static final String YAML = "application/yaml";

  private final Arguments arguments;
  private final Server server;
  private final Consumer<String> out;

  /** @param out takes each line that is said */
  Command(Arguments arguments, Server server, Consumer<String> out) {
    this.arguments = arguments;
    this.server = server;
    this.out = out;
  }

  /**
   * Runs to its end.
   *
   * @throws CommandFailure when the server refuses or does not answer
   */
  ExitCode run() {
    return switch (arguments.verb()) {
      case "plan" -> plan();
      case "import" -> imports();
      case "export" -> export();
      default -> verify();
    };
  }

  private ExitCode plan() {
    if (isBundle()) {
      Map<String, Object> plan = send("/bundles/plan", YAML, "");
      Report.processPlan(plan).forEach(out);
      return Json.text(plan, "change").filter("CONFLICT"::equals).isPresent() ? ExitCode.REFUSED : ExitCode.DONE;
    }
    Map<String, Object> plan = send("/bundles/archive/plan", ZIP, names());
    Report.archivePlan(plan).forEach(out);
    return Json.items(plan, arguments.inactive() ? "inactiveObstacles" : "obstacles").isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private ExitCode imports() {
    if (isBundle()) {
      boolean changed = Json.text(send("/bundles", YAML, ""), "changed").filter("true"::equals).isPresent();
      out.accept(changed ? "The process is active." : "The same version was there already.");
    } else {
      Report.imported(send("/bundles/archive", ZIP, names() + "&inactive=" + arguments.inactive())).forEach(out);
    }
    return ExitCode.DONE;
  }

  private ExitCode verify() {
    if (isBundle()) {
      throw new CommandFailure(ExitCode.USAGE, "A single bundle has no checksum and no signature; verify an archive.");
    }
    Map<String, Object> contents = send("/bundles/archive/verify", ZIP, "");
    Report.contents(contents).forEach(out);
    return Report.isAccepted(contents) ? ExitCode.DONE : ExitCode.REFUSED;
  }

  private ExitCode export() {
    List<String> processes = arguments.processes();
    String chosen = processes.stream().map(process -> "&process=" + Server.encoded(process)).collect(Collectors.joining());
    byte[] archive = server.get("/bundles/archive?linked=" + arguments.linked() + chosen);
    try {
      Files.write(arguments.file(), archive);
    } catch (IOException unwritable) {
      throw new CommandFailure(ExitCode.USAGE, "File %s can not be written.".formatted(arguments.file()));
    }
    out.accept("%s: %d bytes".formatted(arguments.file(), archive.length));
    return ExitCode.DONE;
  }

  private boolean isBundle() {
    String name = fileName();
    boolean bundle = name.endsWith(".yaml") || name.endsWith(".yml");
    if (bundle && (arguments.inactive() || !arguments.names().isEmpty())) {
      throw new CommandFailure(ExitCode.USAGE, "Names are mapped, and processes only saved, from archives.");
    }
    return bundle;
  }

  private String names() {
    return arguments.names().stream().map(name -> "&map=" + Server.encoded(name)).collect(Collectors.joining());
  }

  private String fileName() {
    return String.valueOf(arguments.file().getFileName());
  }

  private Map<String, Object> send(String path, String mediaType, String more) {
    byte[] file;
    try {
      file = Files.readAllBytes(arguments.file());
    } catch (IOException unreadable) {
      throw new CommandFailure(ExitCode.USAGE, "File %s can not be read.".formatted(arguments.file()));
    }
    String answer = Report.text(server.post(path + "?file=" + Server.encoded(fileName()) + more, mediaType, file));
    try {
      return Json.object(answer);
    } catch (IllegalArgumentException noJson) {
      throw new CommandFailure(ExitCode.UNAVAILABLE, "This is not the API of Casebound: its answer is no JSON.");
    }
  }
}
