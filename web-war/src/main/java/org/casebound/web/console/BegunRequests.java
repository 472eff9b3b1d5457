package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebound.fulfillment.intake.RequestDraftDesk;
import org.casebound.fulfillment.intake.RequestDraftDesk.Begun;
import org.jspecify.annotations.Nullable;

/** What the visitor has begun to ask for and can go on with. */
@Named
@RequestScoped
public class BegunRequests {
  @Inject private RequestDraftDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;

  private @Nullable List<Begun> all;

  /** The last one first. */
  public List<Begun> getAll() {
    if (all == null) {
      all = notices.read(desk::begun).orElse(List.of());
    }
    return all;
  }

  /** Discards one of them. */
  public void discard(String process) {
    if (notices.runs(() -> desk.discard(process))) {
      notices.success(texts.of("request.discarded", label(process)));
      Address.of("/requests").go();
    }
  }

  private String label(String process) {
    return getAll().stream().filter(each -> each.process().equals(process)).findFirst().flatMap(Begun::label).orElse(process);
  }
}
