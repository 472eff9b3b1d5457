package org.casebound.web.console;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/** A panel of the start page as a file for spreadsheets. The address is that of the page, with the panel. */
@WebServlet("/home/csv")
public class HomeCsvServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient HomeTables tables;
  @Inject private transient Visitor visitor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<HomePanel> panel = AddressParameters.of(request).apply("panel").flatMap(HomePanel::called);
    if (panel.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    if (!panel.get().isFor(visitor)) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    String lines = tables.of(panel.get()).map(Csv::line).reduce("", String::concat);
    PrintWriter file = Csv.begin(response, panel.get().inAddress() + ".csv");
    file.write(lines);
  }
}
