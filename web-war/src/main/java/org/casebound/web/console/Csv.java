package org.casebound.web.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lines of comma-separated values (RFC 4180) that a spreadsheet takes for text and never for a formula. */
final class Csv {
  private static final String STARTS_A_FORMULA = "=+-@\t\r";

  private Csv() {}

  /** Makes an answer a file of that name, and begins it. */
  static PrintWriter begin(HttpServletResponse response, String name) throws IOException {
    response.setContentType("text/csv");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(name));
    PrintWriter file = response.getWriter();
    // A byte order mark: without it spreadsheets take the text for another encoding.
    file.write('\uFEFF');
    return file;
  }

  /** One line with its end. */
  static String line(Stream<String> cells) {
    return cells.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String text) {
    String safe = !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n;].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
