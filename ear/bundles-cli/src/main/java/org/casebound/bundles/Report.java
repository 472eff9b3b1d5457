package org.casebound.bundles;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says the server's answers in lines that people read and tools find words in. */
final class Report {
  private Report() {}

  /** Why the server refused: its sentence, and every wrong place as compilers name them. */
  static String problem(int status, byte[] body) {
    List<String> lines = new ArrayList<>();
    try {
      Map<String, Object> problem = Json.object(text(body));
      String code = Json.text(problem, "code").map(known -> " (" + known + ")").orElse("");
      lines.add("Refused: " + Json.text(problem, "detail").orElse("HTTP status " + status) + code);
      for (Object error : Json.items(problem, "errors")) {
        lines.add("  " + place(Json.members(error)));
      }
    } catch (IllegalArgumentException noJson) {
      lines.add("The server answered with HTTP status " + status + ".");
    }
    return String.join("\n", lines);
  }

  private static String place(Map<String, Object> error) {
    Map<String, Object> place = Json.members(error.get("place"));
    String where =
        place.isEmpty() ? "" : "%s:%s:%s: ".formatted(place.get("file"), place.get("line"), place.get("column"));
    String mend = Json.text(place, "mend").map(known -> " " + known).orElse("");
    return where + Json.text(error, "detail").orElse("") + mend;
  }

  /** The plan of an archive. */
  static List<String> archivePlan(Map<String, Object> plan) {
    List<String> lines = new ArrayList<>();
    lines.add("Signature: " + Json.text(plan, "trustMessage").orElse(""));
    Json.items(plan, "processes").forEach(process -> lines.addAll(processPlan(Json.members(process))));
    Json.items(plan, "obstacles").forEach(obstacle -> lines.add("Obstacle: " + obstacle));
    return lines;
  }

  /** The plan of one process. */
  static List<String> processPlan(Map<String, Object> plan) {
    List<String> lines = new ArrayList<>();
    lines.add("%s %s version %s, %s differences".formatted(plan.get("change"), plan.get("process"), plan.get("version"), plan.get("allDifferences")));
    for (Object each : Json.items(plan, "bindings")) {
      Map<String, Object> binding = Json.members(each);
      lines.add("  %s %s %s: %s".formatted(binding.get("state"), binding.get("kind"), binding.get("name"), binding.get("message")));
    }
    return lines;
  }

  /** What an import did. */
  static List<String> imported(Map<String, Object> result) {
    List<String> lines = new ArrayList<>();
    for (Object each : Json.items(result, "processes")) {
      Map<String, Object> process = Json.members(each);
      lines.add("%s %s version %s".formatted(process.get("change"), process.get("process"), process.get("version")));
    }
    if (Json.text(result, "active").filter("false"::equals).isPresent()) {
      lines.add("Saved only: activate them to let them be requested.");
    }
    return lines;
  }

  /** What an archive holds. */
  static List<String> contents(Map<String, Object> contents) {
    List<String> lines = new ArrayList<>();
    lines.add("Signature: " + Json.text(contents, "trustMessage").orElse(""));
    for (Object each : Json.items(contents, "processes")) {
      Map<String, Object> item = Json.members(each);
      lines.add("%s  %s version %s".formatted(item.get("sha256"), item.get("process"), item.get("version")));
    }
    return lines;
  }

  /** Whether the signature is accepted there. */
  static boolean isAccepted(Map<String, Object> answer) {
    Optional<String> accepted = Json.text(Json.members(answer.get("trust")), "accepted");
    return accepted.filter("true"::equals).isPresent();
  }

  static String text(byte[] body) {
    return new String(body, StandardCharsets.UTF_8);
  }
}
