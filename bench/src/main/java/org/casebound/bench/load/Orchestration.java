package org.casebound.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.casebound.bench.http.Caller;

/** S2: a requester files; an agent lists the inbox, claims the case's work item and approves. */
public final class Orchestration extends ProductWorkload {
  /** The page that an agent looks at. */
  public static final String INBOX = "/work-items?size=20";

  public Orchestration(Caller api) {
    super(api);
  }

  @Override
  public long drive() {
    long filed = fileOnly();
    long item = itemOf("C-%08d".formatted(filed).toLowerCase(Locale.ROOT));
    call(AGENT, "POST", "/work-items/" + item + "/claim", "", 200);
    call(AGENT, "POST", "/work-items/" + item + "/complete", "{\"outcome\":\"approved\"}", 200);
    return filed;
  }

  /** Files a case and leaves its work item open. */
  public long fileOnly() {
    return file(REQUESTER, cardBlock("Bench_Approved_Block"));
  }

  /** The inbox holds no more open items than there are clients, so each finds its own on the first page. */
  private long itemOf(String caseNumber) {
    JsonNode page = call(AGENT, "GET", INBOX, "", 200);
    return StreamSupport.stream(page.path("items").spliterator(), false)
        .filter(item -> item.path("caseNumber").asText().toLowerCase(Locale.ROOT).equals(caseNumber))
        .mapToLong(item -> item.path("id").asLong())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No work item of " + caseNumber + " in the inbox: " + page));
  }

  /** The first page of the agent's inbox. */
  public int inbox() {
    return call(AGENT, "GET", INBOX, "", 200).path("items").size();
  }
}
