package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import org.casebound.domain.flow.AttemptState;
import org.casebound.domain.flow.ReplyState;
import org.casebound.fulfillment.acknowledgement.AcknowledgementView;
import org.casebound.fulfillment.acknowledgement.ReplyDesk;
import org.casebound.fulfillment.desk.LedgerDesk;
import org.casebound.fulfillment.desk.LedgerLine;
import org.casebound.fulfillment.desk.LedgerQuery;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** One reply: operators say which call it answers, or put it aside. */
@Named
@ViewScoped
public class ReplyPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int CANDIDATES = 20;

  @Inject private ReplyDesk desk;
  @Inject private LedgerDesk ledger;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private long id = -1;
  private String call = "";
  private String otherCall = "";
  private String reason = "";
  private String problem = "";
  private transient @Nullable AcknowledgementView view;
  private transient List<LedgerLine> candidates = List.of();

  /** Reads the reply and the calls that it may answer. */
  public void open() {
    id = RecordId.of(path);
    read();
  }

  private void read() {
    notices.read(() -> desk.find(id)).ifPresent(found -> view = found);
    if (view != null && isUndecided()) {
      candidates = ledger.page(LedgerQuery.of(view.connector(), AttemptState.ACCEPTED, CANDIDATES)).items();
    }
  }

  /** The step that made the call goes on with the reply. */
  public void match() {
    call = Faces.getRequestParameterMap().getOrDefault("call", "");
    String chosen = otherCall.isBlank() ? call : otherCall.strip();
    if (chosen.isEmpty()) {
      problem = texts.of("reply.callMissing");
      read();
    } else {
      command(() -> desk.match(id, RecordId.of(chosen), reason), "reply.matched");
    }
  }

  /** The reply answers nothing. */
  public void discard() {
    command(() -> desk.discard(id, reason), "reply.discarded");
  }

  private void command(Runnable command, String said) {
    problem = reason.isBlank() ? texts.of("steer.reasonMissing") : "";
    if (problem.isEmpty() && notices.runs(command)) {
      notices.success(texts.of(said));
      Address.of("/integrations/reply/" + id).go();
    } else {
      read();
    }
  }

  /** Whether it still needs a decision. */
  public boolean isUndecided() {
    return EnumSet.of(ReplyState.UNMATCHED, ReplyState.WAITING).contains(view.state());
  }

  /** Whether a call's reference or key is the one that the reply names. */
  public boolean fits(LedgerLine candidate) {
    return view.reference().isPresent() && view.reference().equals(candidate.reference())
        || view.idempotencyKey().filter(candidate.idempotencyKey()::equals).isPresent();
  }

  public AcknowledgementView getView() {
    return view;
  }

  /** Calls of the connector that wait for an answer, newest first. */
  public List<LedgerLine> getCandidates() {
    return candidates;
  }

  /** Id of the call that was chosen last. */
  public String getCall() {
    return call;
  }

  public String getOtherCall() {
    return otherCall;
  }

  public void setOtherCall(@Nullable String otherCall) {
    this.otherCall = otherCall == null ? "" : otherCall;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public String getProblem() {
    return problem;
  }
}
