package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.casebound.fulfillment.desk.LedgerDesk;
import org.casebound.fulfillment.desk.LedgerEntry;
import org.casebound.fulfillment.desk.LedgerLine;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** One call of the effect ledger: its tries, what was sent and answered, and what settles it while it is in doubt. */
@Named
@RequestScoped
public class CallPage {
  @Inject private LedgerDesk desk;
  @Inject private Notices notices;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private @Nullable LedgerEntry entry;

  /** Reads the call. */
  public void open() {
    notices.read(() -> desk.call(RecordId.of(path))).ifPresent(found -> entry = found);
  }

  public LedgerEntry getEntry() {
    return entry;
  }

  /** Where all messages of the call are. */
  public String getMessages() {
    return Address.of("/integrations/messages").with("of", getNewest().idempotencyKey()).toString();
  }

  public LedgerLine getNewest() {
    return entry.newest();
  }

  /** The tries, newest first. */
  public List<LedgerEntry.Try> getTries() {
    List<LedgerEntry.Try> tries = new ArrayList<>(entry.tries());
    Collections.reverse(tries);
    return tries;
  }

  /** A part of what is kept of a try, as people read JSON; empty text when it is not kept. */
  public String part(Map<String, Object> payload, String name) {
    return payload.containsKey(name) ? JsonText.of(payload.get(name)) : "";
  }
}
