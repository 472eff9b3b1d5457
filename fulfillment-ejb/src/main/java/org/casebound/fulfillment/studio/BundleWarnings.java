package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.casebound.domain.definition.StageDefinition;

/**
 * What a bundle may say, but hardly means: each is told with its place, and keeps nobody from publishing. Thread-safe.
 */
public final class BundleWarnings {
  private static final Pattern SINGLE_USER = Pattern.compile("\\s*['\"]user:.*", Pattern.DOTALL);
  private static final Pattern REQUESTER = Pattern.compile("\\s*(['\"])user:\\1\\s*\\+\\s*case\\.requester\\s*");

  private BundleWarnings() {}

  /**
   * Something that the bundle names and that is not as it should be outside of it.
   *
   * @param within list of the bundle that has it, e.g. {@code queues}
   * @param keys members that may name it, e.g. {@code connector}
   * @param value what it is called there
   * @param message what is the matter, in a sentence
   */
  public record Named(String within, Set<String> keys, String value, String message) {
    public Named {
      keys = Set.copyOf(keys);
    }
  }

  /**
   * The warnings, in the order of the text.
   *
   * @param fileName name of the file, for the warnings
   * @param yaml a bundle without mistakes
   * @param outside what is to be said about names
   * @throws BundleRefused when it is no YAML
   */
  public static List<BundleProblem> of(String fileName, String yaml, List<Named> outside) {
    YamlDocument document = BundleReader.document(fileName, BundleReader.withoutMark(yaml));
    Place root = Place.root(document.root());
    Problems found = new Problems(fileName, document);
    for (Place flow : root.items("flows")) {
      loops(flow.items("stages"), found);
      BundleIndex.steps(flow).forEach(step -> nobody(step, BundleIndex.steps(flow), found));
    }
    new ClearanceMeaning(BundleIndex.of(root), found).warn(root.items("flows"));
    outside.forEach(named -> first(root.at(named.within()), named, found));
    return found.inOrder();
  }

  /** Stages that follow each other in a circle, none of which says how often. */
  private static void loops(List<Place> stages, Problems found) {
    if (stages.isEmpty()) {
      return;
    }
    StagePaths paths = new StagePaths(stages);
    Set<String> told = new LinkedHashSet<>();
    for (Place stage : stages) {
      String name = stage.text("name").orElse("");
      if (paths.follows(name, name) && told.add(name)) {
        List<Place> circle = stages.stream().filter(other -> inCircle(paths, name, other.text("name").orElse(""))).toList();
        circle.forEach(other -> told.add(other.text("name").orElse("")));
        if (circle.stream().noneMatch(other -> other.has("maxEntries"))) {
          found.at(
              stage,
              "Stage '%s' may come again, and nothing says how often: after %d times the flow stops with an incident."
                  .formatted(name, StageDefinition.DEFAULT_MAX_ENTRIES),
              "Say 'maxEntries' at a stage of the loop.");
        }
      }
    }
  }

  private static boolean inCircle(StagePaths paths, String one, String other) {
    return one.equals(other) || paths.follows(other, one) && paths.follows(one, other);
  }

  /** A step for a single person who may not work it. */
  private static void nobody(Place step, List<Place> steps, Problems found) {
    Place work = step.at("interactive");
    Place assignee = work.at("assignee");
    String single = assignee.text().filter(text -> SINGLE_USER.matcher(text).matches()).orElse("");
    if (single.isEmpty()) {
      return;
    }
    if (work.flag("notRequester") && REQUESTER.matcher(single).matches()) {
      found.at(
          assignee,
          "Nobody can do this step: it is offered to the requester alone, who may not work it.",
          "Offer it to a queue, or delete 'notRequester'.");
    }
    if (work.has("quorum")) {
      found.at(
          assignee,
          "Nobody can do this step: it needs several people, and is offered to one.",
          "Offer it to a queue or a group, or delete 'quorum'.");
    }
    for (Place apart : work.itemsOrSelf("notSameAs")) {
      steps.stream()
          .filter(other -> other.text("name").equals(apart.text()))
          .filter(other -> same(single, other.at("interactive").text("assignee").orElse("")))
          .forEach(
              other ->
                  found.at(
                      assignee,
                      "Nobody can do this step: it is offered to the one who works '%s', and may not be worked by the same person."
                          .formatted(apart.text().orElse("")),
                      "Offer one of them to a queue."));
    }
  }

  private static boolean same(String one, String other) {
    return one.replaceAll("\\s", "").equals(other.replaceAll("\\s", ""));
  }

  /** The first member that names it. */
  private static boolean first(Place place, Named named, Problems found) {
    for (var member : place.members()) {
      if (named.keys().contains(member.getKey()) && names(member.getValue().node(), named.value())) {
        found.at(member.getValue(), named.message(), "");
        return true;
      }
      if (first(member.getValue(), named, found)) {
        return true;
      }
    }
    return place.items().stream().anyMatch(item -> first(item, named, found));
  }

  private static boolean names(JsonNode value, String name) {
    return value.isTextual() && (value.asText().equals(name) || value.asText().matches("\\s*['\"]group:" + Pattern.quote(name) + "['\"]\\s*"));
  }
}
