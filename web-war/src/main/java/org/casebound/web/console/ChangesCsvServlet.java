package org.casebound.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Stream;
import org.casebound.fulfillment.audit.AdminChangeDesk;
import org.casebound.fulfillment.audit.AdminChangeView;

/** Changes of administration as a file for spreadsheets. The address is that of the page, with its filter; times are ISO instants. */
@WebServlet("/admin/changes/csv")
public class ChangesCsvServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final List<String> HEADINGS =
      List.of("change.number", "change.at", "change.who", "change.what", "change.subject", "change.before", "change.after", "change.hash");

  @Inject private transient AdminChangeDesk desk;
  @Inject private transient Texts texts;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    List<AdminChangeView> rows = desk.export(ChangesFilter.of(request).query());
    PrintWriter file = Csv.begin(response, "changes.csv");
    file.write(Csv.line(HEADINGS.stream().map(texts::of)));
    for (AdminChangeView row : rows) {
      file.write(Csv.line(cells(row)));
    }
  }

  private Stream<String> cells(AdminChangeView row) {
    return Stream.of(
        String.valueOf(row.id()),
        row.at().toString(),
        row.who(),
        texts.or("change.kind." + row.kind(), row.kind()),
        row.subject(),
        row.before(),
        row.after(),
        row.hash());
  }
}
