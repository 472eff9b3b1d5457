package org.casebound.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.fulfillment.desk.InboxDesk;
import org.casebound.fulfillment.desk.InboxQuery;
import org.casebound.fulfillment.desk.InboxRow;

/** A list of the inbox as a file for spreadsheets; times are ISO instants. */
@WebServlet("/inbox/csv")
public class InboxCsvServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final List<String> HEADINGS =
      List.of(
          "item.case", "item.subject", "item.process", "item.step", "item.priority", "item.state", "item.queue", "item.assignee", "item.requester",
          "item.due", "item.created", "item.snoozed");

  @Inject private transient InboxDesk desk;
  @Inject private transient Texts texts;
  @Inject private transient Words words;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    InboxQuery query = InboxQuery.of(name -> Optional.ofNullable(request.getParameter(name)));
    List<InboxRow> rows = desk.export(query);
    PrintWriter file = Csv.begin(response, "inbox.csv");
    file.write(Csv.line(HEADINGS.stream().map(texts::of)));
    for (InboxRow row : rows) {
      file.write(Csv.line(cells(row)));
    }
  }

  private Stream<String> cells(InboxRow row) {
    return Stream.of(
        row.caseNumber(),
        row.caseSubject(),
        row.processLabel(),
        row.label(),
        words.of(row.priority()),
        words.of(row.state()),
        row.queue(),
        row.assignee().orElse(""),
        row.requester(),
        text(row.dueAt()),
        row.createdAt().toString(),
        text(row.snoozedUntil()));
  }

  private static String text(Optional<Instant> time) {
    return time.map(Instant::toString).orElse("");
  }
}
