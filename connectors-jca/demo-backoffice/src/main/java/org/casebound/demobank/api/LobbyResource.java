package org.casebound.demobank.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.stream.Collectors;
import org.casebound.demobank.config.Bank;
import org.casebound.demobank.ledger.LedgerLine;

/** A page for people: the latest effects and the faults in force. */
@Path("/")
@RequestScoped
public class LobbyResource {
  private static final int ROWS = 200;
  private static final String PAGE = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Demo bank</title>
      <style>
      :root { color-scheme: light dark; }
      body { font-family: system-ui, sans-serif; line-height: 1.5; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; width: 100%%; }
      caption { text-align: left; font-weight: 600; padding: .5rem 0; }
      th, td { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #888; font-variant-numeric: tabular-nums; }
      </style>
      </head>
      <body>
      <main>
      <h1>Demo bank</h1>
      <p>A pretend bank for demonstrations. It knows every 16-digit card, every customer and every fee, unless the
      number ends in 0000. <a href="ledger">Ledger as JSON lines</a>, <a href="faults">faults as JSON</a>.</p>
      <h2>Ledger</h2>
      <div class="scroll" tabindex="0" role="region" aria-label="Ledger">
      <table>
      <caption>%s effects, the latest first (at most %s shown)</caption>
      <thead><tr><th scope="col">Reference</th><th scope="col">Operation</th><th scope="col">Target</th>
      <th scope="col">Status</th><th scope="col">Calls</th><th scope="col">Acknowledged</th><th scope="col">Key</th>
      <th scope="col">At</th></tr></thead>
      <tbody>
      %s
      </tbody>
      </table>
      </div>
      <h2>Faults in force</h2>
      <dl>
      %s
      </dl>
      </main>
      </body>
      </html>
      """;

  @Inject
  private Bank bank;

  @GET
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  public String page() {
    List<LedgerLine> lines = bank.ledger().lines();
    StringBuilder rows = new StringBuilder();
    for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - ROWS); i--) {
      rows.append(row(lines.get(i)));
    }
    String faults = bank.faults().current().toJson().entrySet().stream()
        .map(fault -> "<dt>" + escape(fault.getKey()) + "</dt><dd>" + escape(fault.getValue().toString()) + "</dd>")
        .collect(Collectors.joining("\n"));
    return PAGE.formatted(lines.size(), ROWS, rows, faults);
  }

  private static String row(LedgerLine line) {
    return List.of(
            line.effect().reference(),
            line.effect().service().name(),
            line.effect().target(),
            line.finalStatus().orElse("ACCEPTED"),
            Integer.toString(line.calls()),
            Integer.toString(line.acknowledgementsSent()),
            line.effect().key(),
            line.effect().at().toString())
        .stream()
        .map(cell -> "<td>" + escape(cell) + "</td>")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
