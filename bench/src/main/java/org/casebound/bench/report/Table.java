package org.casebound.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.casebound.bench.measure.Figure;
import org.casebound.bench.measure.Spread;

/** Rows as text in Markdown: medians, and the spread where it says something. */
public final class Table {

  private Table() {}

  /** The medians, one column per figure. */
  public static String of(List<Row> rows) {
    List<List<String>> cells = new ArrayList<>();
    cells.add(Stream.concat(Stream.of("scenario"), Stream.of(Figure.values()).map(Figure::heading)).toList());
    for (Row row : rows) {
      cells.add(
          Stream.concat(Stream.of(row.name() + " " + row.title()), Stream.of(Figure.values()).map(figure -> cell(figure, row))).toList());
    }
    return aligned(cells);
  }

  private static String cell(Figure figure, Row row) {
    Spread spread = row.figures().get(figure);
    if (spread == null) {
      return "";
    }
    boolean spreads = figure == Figure.CASES_PER_SECOND || figure == Figure.RATIO_TO_CEILING || figure == Figure.P99_MS;
    return figure.show(spread.median())
        + (spreads ? " (" + figure.show(spread.least()) + "-" + figure.show(spread.most()) + ")" : "");
  }

  /** Lines of cells, the first being the heading; the first column to the left, the others to the right. */
  public static String aligned(List<? extends List<String>> cells) {
    StringBuilder text = new StringBuilder();
    int columns = cells.get(0).size();
    int[] widths = new int[columns];
    cells.forEach(line -> {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    });
    for (int line = 0; line < cells.size(); line++) {
      for (int i = 0; i < columns; i++) {
        String cell = cells.get(line).get(i);
        String blanks = " ".repeat(widths[i] - cell.length());
        text.append("| ").append(i == 0 ? cell + blanks : blanks + cell).append(' ');
      }
      text.append("|\n");
      if (line == 0) {
        for (int i = 0; i < columns; i++) {
          text.append(i == 0 ? "|:" : "|-").append("-".repeat(widths[i])).append(i == 0 ? "-" : ":");
        }
        text.append("|\n");
      }
    }
    return text.toString();
  }
}
