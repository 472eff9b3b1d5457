package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document: plain values only, no anchors, no aliases, no tags, no repeated keys, at most {@value #DEEPEST} levels.
 * The memory it takes is bounded, whatever the text. Not thread-safe; one for each text.
 */
final class YamlReader {
  private static final int DEEPEST = 60;
  private static final int LONGEST_KEY = 200;
  private static final long MOST_POINTER_CHARACTERS = 20_000_000;
  private static final String YAML_MEND = "Mend the YAML: check indentation, quotes and colons.";

  private final String text;
  private final Lines lines;
  private final Iterator<Event> events;
  private final Map<String, Position> values = new HashMap<>();
  private final Map<String, Position> keys = new HashMap<>();
  private final Map<String, ScalarSource> scalars = new HashMap<>();
  private long pointerCharacters;

  private YamlReader(String text) {
    this.text = text;
    this.lines = new Lines(text);
    // One buffer for the whole text: the parser fails on a character pair that crosses the edge of its buffer.
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(Integer.MAX_VALUE)
            .setBufferSize(text.length() + 1)
            .build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  static YamlDocument read(String text) throws YamlProblem {
    YamlReader reader = new YamlReader(text);
    int half = halfCharacter(text);
    if (half >= 0) {
      throw new YamlProblem(
          reader.at(text.codePointCount(0, half)), "Here is one half of a character.", "Save the file as UTF-8.");
    }
    try {
      return reader.document();
    } catch (MarkedYamlEngineException e) {
      Position position =
          e.getProblemMark().or(e::getContextMark).map(Position::of).orElse(Position.START);
      String context = e.getContext() == null ? "" : " " + e.getContext();
      throw new YamlProblem(position, "This is not YAML:%s %s.".formatted(context, e.getProblem()), YAML_MEND);
    } catch (ReaderException e) {
      throw new YamlProblem(
          reader.at(e.getPosition()),
          "The character U+%04X is not allowed in YAML.".formatted(e.getCodePoint()),
          "Delete it, or write it as an escape in double quotes.");
    } catch (YamlEngineException e) {
      throw new YamlProblem(Position.START, "This is not YAML: %s.".formatted(e.getMessage()), YAML_MEND);
    }
  }

  /** Index of the first surrogate without its partner, on which the parser would stumble; negative: there is none. */
  private static int halfCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return i;
      }
    }
    return -1;
  }

  private YamlDocument document() throws YamlProblem {
    next();
    if (next().getEventId() == Event.ID.StreamEnd) {
      throw new YamlProblem(Position.START, "The file is empty.", "Begin with 'bundle: casebound/1'.");
    }
    JsonNode root = node(next(), "", 0);
    next();
    Event end = next();
    if (end.getEventId() != Event.ID.StreamEnd) {
      throw new YamlProblem(
          position(end), "A file holds one bundle, and here a second document begins.", "Put it into a file of its own.");
    }
    return new YamlDocument(root, Map.copyOf(values), Map.copyOf(keys), Map.copyOf(scalars));
  }

  private Event next() {
    return events.next();
  }

  private JsonNode node(Event event, String pointer, int depth) throws YamlProblem {
    Position position = position(event);
    pointerCharacters += pointer.length();
    if (depth > DEEPEST || pointerCharacters > MOST_POINTER_CHARACTERS) {
      throw new YamlProblem(position, "This is nested too deeply.", "Use at most %d levels.".formatted(DEEPEST));
    }
    values.put(pointer, position);
    refuseAnchors(event, position);
    return switch (event.getEventId()) {
      case MappingStart -> mapping(pointer, depth);
      case SequenceStart -> sequence(pointer, depth);
      default -> scalar((ScalarEvent) event, pointer, position);
    };
  }

  private static void refuseAnchors(Event event, Position position) throws YamlProblem {
    if (event instanceof AliasEvent || event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      throw new YamlProblem(position, "Anchors and aliases are not allowed.", "Write the value out.");
    }
    Optional<String> tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : event instanceof org.snakeyaml.engine.v2.events.CollectionStartEvent start
                ? start.getTag()
                : Optional.empty();
    if (tag.isPresent()) {
      throw new YamlProblem(position, "The tag %s is not allowed.".formatted(tag.get()), "Leave it out.");
    }
  }

  private JsonNode scalar(ScalarEvent event, String pointer, Position position) {
    scalars.put(pointer, ScalarSource.of(position, event.getScalarStyle(), event.getValue(), lines));
    return event.getScalarStyle() == ScalarStyle.PLAIN
        ? YamlScalars.plain(event.getValue())
        : JsonNodeFactory.instance.textNode(event.getValue());
  }

  private JsonNode sequence(String pointer, int depth) throws YamlProblem {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    for (Event e = next(); e.getEventId() != Event.ID.SequenceEnd; e = next()) {
      items.add(node(e, Pointer.child(pointer, items.size()), depth + 1));
    }
    return items;
  }

  private JsonNode mapping(String pointer, int depth) throws YamlProblem {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    for (Event e = next(); e.getEventId() != Event.ID.MappingEnd; e = next()) {
      Position position = position(e);
      refuseAnchors(e, position);
      if (!(e instanceof ScalarEvent key) || key.getValue().length() > LONGEST_KEY) {
        throw new YamlProblem(
            position, "A key must be a text of at most %d characters.".formatted(LONGEST_KEY), YAML_MEND);
      }
      String name = key.getValue();
      if (members.has(name)) {
        throw new YamlProblem(position, "The key '%s' is here twice.".formatted(shown(name)), "Keep one of the two.");
      }
      String child = Pointer.child(pointer, name);
      keys.put(child, position);
      members.set(name, node(next(), child, depth + 1));
    }
    return members;
  }

  static String shown(String name) {
    return name.length() > 80 ? name.substring(0, 80) + "..." : name;
  }

  private static Position position(Event event) {
    return event.getStartMark().map(Position::of).orElse(Position.START);
  }

  /** The place of the code point of that number. */
  private Position at(int codePoints) {
    int end = text.offsetByCodePoints(0, Math.max(0, Math.min(codePoints, text.codePointCount(0, text.length()))));
    String before = text.substring(0, end);
    int line = (int) before.lines().count() + (before.isEmpty() || before.endsWith("\n") ? 1 : 0);
    int lineStart = before.lastIndexOf('\n') + 1;
    return new Position(Math.max(1, line), before.codePointCount(lineStart, before.length()) + 1);
  }
}
