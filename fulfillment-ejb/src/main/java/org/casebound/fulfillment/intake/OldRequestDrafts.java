package org.casebound.fulfillment.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.casebound.domain.due.DueTask;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.due.DueTaskHandler;
import org.casebound.fulfillment.due.DueTaskPlans;
import org.casebound.fulfillment.persistence.RequestDraftRepository;

/** Forgets drafts of requests that nobody went on with, once a day, and plans the next day. The first task came with the table. */
@ApplicationScoped
public class OldRequestDrafts implements DueTaskHandler {
  private static final Duration PAUSE = Duration.ofDays(1);

  @Inject private RequestDraftRepository drafts;
  @Inject private DueTaskPlans plans;

  @Override
  public DueTaskKind kind() {
    return DueTaskKind.REQUEST_DRAFTS;
  }

  @Override
  public void handle(DueTask task, Instant now) {
    drafts.forget(now.minus(RequestDraft.KEPT));
    plans.plan(kind(), null, task.subjectId(), "", now.plus(PAUSE), Values.EMPTY);
  }
}
