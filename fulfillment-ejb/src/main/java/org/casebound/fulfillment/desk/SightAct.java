package org.casebound.fulfillment.desk;

import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.function.Predicate;
import org.casebound.domain.flow.FlowState;
import org.casebound.fulfillment.config.Caller;

/** What somebody who sees a case may do with it now: the roles are those of the boundary method that does it, the rest is what his view of the case says. */
public enum SightAct {
  READ_DOCUMENTS(CaseDesk.class, "document", view -> !view.documents().isEmpty()),
  WRITE_MESSAGE(MessageDesk.class, "write", CaseView::mayWrite),
  ADD_DOCUMENT(DocumentDesk.class, "add", CaseView::mayAddDocument),
  COMMENT(CommentDesk.class, "add", view -> true),
  TAKE(CaseDesk.class, "take", CaseView::mayTake),
  CLOSE(CaseDesk.class, "close", CaseView::mayClose),
  ASSIGN(CaseOversight.class, "assign", CaseView::mayAssign),
  REOPEN(CaseOversight.class, "reopen", CaseView::mayReopen),
  PAUSE(CaseOversight.class, "pause", CaseView::mayPause),
  RESUME(CaseOversight.class, "resume", CaseView::mayResume),
  STEER_FLOW(FlowDesk.class, "cancel", view -> view.flows().stream().anyMatch(flow -> !FlowState.TABLE.isFinal(flow.state())));

  private final Class<?> boundary;
  private final String method;
  private final Predicate<CaseView> now;

  SightAct(Class<?> boundary, String method, Predicate<CaseView> now) {
    this.boundary = boundary;
    this.method = method;
    this.now = now;
  }

  /** Whether the person whose view this is may do it. */
  boolean isFor(Caller caller, CaseView view) {
    return admits(boundary, method, caller) && now.test(view);
  }

  /** Whether the roles of a boundary method let the person in. */
  static boolean admits(Class<?> boundary, String method, Caller caller) {
    return Arrays.stream(boundary.getMethods())
        .filter(each -> each.getName().equals(method))
        .findFirst()
        .map(each -> each.getAnnotation(RolesAllowed.class))
        .filter(roles -> caller.isOneOf(roles.value()))
        .isPresent();
  }
}
