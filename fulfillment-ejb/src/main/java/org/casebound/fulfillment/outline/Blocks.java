package org.casebound.fulfillment.outline;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The parts of a text that the items of a list take. Of a list in lines each item takes whole lines, the comments above it
 * included, but not the empty lines between the items; of a list in brackets it takes its characters, without the commas between.
 */
final class Blocks {
  private record Span(int from, int to) {}

  private final YamlText yaml;
  private final boolean brackets;
  private final List<Span> spans;
  private final int indent;

  private Blocks(YamlText yaml, boolean brackets, List<Span> spans, int indent) {
    this.yaml = yaml;
    this.brackets = brackets;
    this.spans = spans;
    this.indent = indent;
  }

  /** The items of a list that has some. */
  static Blocks of(YamlText yaml, SequenceNode list) {
    List<Span> spans = new ArrayList<>();
    if (YamlText.inBrackets(list)) {
      list.getValue().forEach(item -> spans.add(new Span(yaml.start(item), yaml.end(item))));
      return new Blocks(yaml, true, spans, 0);
    }
    Node first = list.getValue().get(0);
    int from = firstLine(yaml, yaml.dash(first));
    for (Node item : list.getValue()) {
      int to = yaml.nextLine(Math.max(yaml.end(item), yaml.dash(item) + 1) - 1);
      spans.add(new Span(from, to));
      from = behindEmptyLines(yaml, to);
    }
    return new Blocks(yaml, false, spans, yaml.column(yaml.dash(first)));
  }

  /** The first of the comment lines right above an item. */
  private static int firstLine(YamlText yaml, int dash) {
    int line = yaml.lineStart(dash);
    while (line > 0) {
      int above = yaml.lineStart(line - 1);
      if (!yaml.text().substring(above, line).strip().startsWith("#")) {
        return line;
      }
      line = above;
    }
    return line;
  }

  private static int behindEmptyLines(YamlText yaml, int line) {
    int from = line;
    while (from < yaml.text().length() && yaml.text().substring(from, yaml.nextLine(from)).isBlank()) {
      from = yaml.nextLine(from);
    }
    return from;
  }

  /** The text after the item has gone to that place and those on the way have made room; what lies between the items stays there. */
  String moved(int from, int to) {
    List<Span> order = new ArrayList<>(spans);
    order.add(to, order.remove(from));
    int first = Math.min(from, to);
    int last = Math.max(from, to);
    StringBuilder text = new StringBuilder(whole(order.get(first)));
    for (int place = first + 1; place <= last; place++) {
      text.append(yaml.text(), spans.get(place - 1).to(), spans.get(place).from()).append(whole(order.get(place)));
    }
    return Splice.replace(yaml.text(), spans.get(first).from(), spans.get(last).to(), text.toString());
  }

  /** The text without the item; a list in brackets may become empty. */
  String without(int index) {
    Span gone = spans.get(index);
    if (spans.size() == 1) {
      return Splice.replace(yaml.text(), gone.from(), gone.to(), "");
    }
    return index == 0
        ? Splice.replace(yaml.text(), gone.from(), spans.get(1).from(), "")
        : Splice.replace(yaml.text(), spans.get(index - 1).to(), gone.to(), "");
  }

  /** The text with another item at that place, right behind the one before it. */
  String with(int index, Object value) {
    int at = index == 0 ? spans.get(0).from() : spans.get(index - 1).to();
    if (brackets) {
      String item = YamlValue.inline(value);
      return Splice.replace(yaml.text(), at, at, index == 0 ? item + ", " : ", " + item);
    }
    boolean open = at > 0 && yaml.text().charAt(at - 1) != '\n';
    String item = " ".repeat(indent) + "- " + YamlValue.block(value, indent + 2) + "\n";
    return Splice.replace(yaml.text(), at, at, open ? "\n" + item : item);
  }

  private String whole(Span span) {
    String text = yaml.text().substring(span.from(), span.to());
    return brackets || text.endsWith("\n") ? text : text + "\n";
  }
}
