package org.casebound.fulfillment.studio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebound.domain.definition.AttributeType;
import org.casebound.fulfillment.studio.NameMapping.Kind;

/**
 * Gives queues, groups and connectors of a bundle their names here. Only the names change: comments and layout stay, so that the
 * text is still its author's.
 */
public final class BundleNames {
  private static final Pattern QUEUE =
      Pattern.compile(
          "/process(/(assignmentRules|escalationRules)/\\d+|/milestones/\\d+/[A-Za-z]+)?/queue"
              + "|/flows/\\d+/stages/\\d+/steps/\\d+/interactive(/due/escalation)?/queue"
              + "|/queues/\\d+/name");
  private static final Pattern DEFAULT = Pattern.compile("(/process/attributes/\\d+|/flows/\\d+/stages/\\d+/steps/\\d+/interactive/fields/\\d+)/default");
  private static final Pattern CONNECTOR = Pattern.compile("/integrations/\\d+/connector");
  private static final Pattern ADDRESSEE = Pattern.compile(".*/(interactive/assignee|[A-Za-z]*[eE]scalation/tell|escalationRules/\\d+/tell|milestones/\\d+/[A-Za-z]+/tell)");

  private final String fileName;
  private final String yaml;
  private final YamlDocument document;
  private final NameMapping mapping;
  private final ScenarioNames scenarios;
  private final List<Edit> edits = new ArrayList<>();

  /** A name in a line of the text. */
  private record Edit(Position at, String before, String after) {}

  private BundleNames(String fileName, String yaml, YamlDocument document, NameMapping mapping) {
    this.fileName = fileName;
    this.yaml = yaml;
    this.document = document;
    this.mapping = mapping;
    this.scenarios = new ScenarioNames(document.root());
  }

  /**
   * The text with the names of this installation.
   *
   * @param fileName name of the file, for the problems
   * @throws BundleRefused when the text is no YAML, or writes such a name in a way that can not be changed by itself
   */
  public static String renamed(String fileName, String yaml, NameMapping mapping) {
    if (mapping.changesNothing()) {
      return yaml;
    }
    BundleNames names = new BundleNames(fileName, yaml, BundleReader.document(fileName, BundleReader.withoutMark(yaml)), mapping);
    names.find();
    return names.apply();
  }

  private void find() {
    document.scalars().forEach(this::find);
    edits.sort(Comparator.comparing(Edit::at).reversed());
  }

  private boolean isQueueByDefault(String pointer) {
    Matcher attribute = DEFAULT.matcher(pointer);
    return attribute.matches() && document.root().at(attribute.group(1) + "/type").asText().equals(AttributeType.QUEUE.yamlName());
  }

  private void find(String pointer, ScalarSource source) {
    String text = document.root().at(pointer).asText();
    if (QUEUE.matcher(pointer).matches() || isQueueByDefault(pointer) || scenarios.isQueue(pointer)) {
      mapping.here(Kind.QUEUE, text).ifPresent(name -> edit(pointer, source, 0, text, name));
    } else if (CONNECTOR.matcher(pointer).matches()) {
      mapping.here(Kind.CONNECTOR, text).ifPresent(name -> edit(pointer, source, 0, text, name));
    } else if (scenarios.isTold(pointer)) {
      addressee(pointer, source, text, text);
    } else if (ADDRESSEE.matcher(pointer).matches() || isReceiver(pointer)) {
      TextConstant.of(text).ifPresent(constant -> addressee(pointer, source, text, constant));
    }
  }

  private boolean isReceiver(String pointer) {
    return pointer.endsWith("/to") && document.root().at(Pointer.parent(pointer)).has("notify");
  }

  private void addressee(String pointer, ScalarSource source, String text, String constant) {
    addressee(pointer, source, text, constant, "queue:", Kind.QUEUE);
    addressee(pointer, source, text, constant, "group:", Kind.GROUP);
  }

  private void addressee(String pointer, ScalarSource source, String text, String constant, String prefix, Kind kind) {
    if (constant.startsWith(prefix)) {
      String name = constant.substring(prefix.length());
      Optional<String> here = mapping.here(kind, name);
      here.ifPresent(to -> edit(pointer, source, text.indexOf(constant) + prefix.length(), name, to));
    }
  }

  private void edit(String pointer, ScalarSource source, int offset, String before, String after) {
    if (!source.exact() || source.style() == org.snakeyaml.engine.v2.common.ScalarStyle.FOLDED) {
      throw new BundleRefused(
          List.of(
              new BundleProblem(
                  fileName,
                  source.start().line(),
                  source.start().column(),
                  pointer,
                  "The name '%s' is written so that it can not be changed to '%s'.".formatted(before, after),
                  "Write it on one line, without escapes.")));
    }
    edits.add(new Edit(source.position(1, offset), before, after));
  }

  /** From the last to the first, so that places stay right. */
  private String apply() {
    String plain = BundleReader.withoutMark(yaml);
    int mark = yaml.length() - plain.length();
    List<Integer> begins = BundleText.lineBegins(plain);
    StringBuilder text = new StringBuilder(yaml);
    for (Edit edit : edits) {
      int at = mark + plain.offsetByCodePoints(begins.get(edit.at().line() - 1), edit.at().column() - 1);
      text.replace(at, at + edit.before().length(), edit.after());
    }
    return text.toString();
  }
}
