package org.casebound.web.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Bar charts as the page's script draws them (Chart.js). Each stands beside a table that says the same. */
final class ChartJson {
  private ChartJson() {}

  /**
   * Values that belong together.
   *
   * @param tone name of a colour of the console: {@code accent}, {@code good}, {@code warn}, {@code bad}, {@code info}, {@code muted}
   * @param addresses where each bar leads to; none when they lead nowhere
   */
  record Series(String label, String tone, List<? extends Number> values, List<String> addresses) {}

  /** Bars from the left, one for each label; of several series one behind the other when they are stacked. */
  static String bars(List<String> labels, List<Series> series, boolean stacked) {
    ObjectNode chart = JsonNodeFactory.instance.objectNode().put("type", "bar");
    ObjectNode data = chart.putObject("data");
    labels.forEach(data.putArray("labels")::add);
    ArrayNode sets = data.putArray("datasets");
    series.forEach(each -> fill(sets.addObject(), each));
    ObjectNode options = chart.putObject("options").put("indexAxis", "y").put("maintainAspectRatio", false).put("animation", false);
    options.putObject("plugins").putObject("legend").put("display", series.size() > 1).put("position", "bottom");
    ObjectNode scales = options.putObject("scales");
    scales.putObject("x").put("stacked", stacked).put("beginAtZero", true).putObject("ticks").put("precision", 0);
    scales.putObject("y").put("stacked", stacked);
    // It stands inside of a script: what would end that is written as JSON lets one write it.
    return chart.toString().replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
  }

  private static void fill(ObjectNode set, Series series) {
    set.put("label", series.label()).put("tone", series.tone()).put("maxBarThickness", 26);
    ArrayNode values = set.putArray("data");
    series.values().forEach(value -> values.add(value.doubleValue()));
    series.addresses().forEach(set.putArray("addresses")::add);
  }
}
