package org.casebound.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
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
    long item = itemOf("C-%08d".formatted(filed));
    order(AGENT, "/work-items/" + item + "/claim");
    call(AGENT, "POST", "/work-items/" + item + "/complete", "{\"outcome\":\"approved\"}", 200);
    return filed;
  }

  /** Files a case and leaves its work item open. */
  public long fileOnly() {
    return file(REQUESTER, cardBlock("Bench_Approved_Block"));
  }

  /** On the first page as long as no more cases are open than the page is long; a server that can not keep up makes the agent turn it. */
  private long itemOf(String caseNumber) {
    String page = INBOX;
    while (true) {
      JsonNode seen = call(AGENT, "GET", page, "", 200);
      OptionalLong item =
          StreamSupport.stream(seen.path("items").spliterator(), false)
              .filter(each -> each.path("caseNumber").asText().equals(caseNumber))
              .mapToLong(each -> each.path("id").asLong())
              .findFirst();
      if (item.isPresent()) {
        return item.getAsLong();
      }
      if (!seen.hasNonNull("next")) {
        throw new IllegalStateException("No work item of " + caseNumber + " in the inbox; last page: " + seen);
      }
      page = INBOX + "&cursor=" + URLEncoder.encode(seen.path("next").asText(), StandardCharsets.UTF_8);
    }
  }

  /** The first page of the agent's inbox. */
  public int inbox() {
    return call(AGENT, "GET", INBOX, "", 200).path("items").size();
  }
}
