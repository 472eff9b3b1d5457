package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Ids;
import org.casebound.fulfillment.desk.CaseDesk;
import org.casebound.fulfillment.desk.CaseQuery;
import org.casebound.fulfillment.desk.CaseSummary;
import org.casebound.fulfillment.intake.CaseIntake;
import org.casebound.fulfillment.intake.IdempotencyConflict;
import org.casebound.fulfillment.intake.Receipt;
import org.casebound.fulfillment.intake.RequestCatalog;
import org.casebound.fulfillment.intake.RequestDraftDesk;
import org.casebound.fulfillment.intake.RequestForm;
import org.casebound.fulfillment.intake.RequestRefused;
import org.casebound.fulfillment.intake.ServiceRequest;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/**
 * Filing a request in three steps: enter, check, receipt. A refused value stands at its field, and nothing typed is lost; the form
 * carries an idempotency key, so that sending it twice files once. What was saved to go on with later is there again; its files are not.
 */
@Named
@ViewScoped
public class IntakePage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_DUPLICATES = 5;
  private static final String REQUESTER = "requester";

  /** Where the person is. */
  public enum Step {
    ENTER,
    CHECK,
    FILED
  }

  @Inject private RequestCatalog catalog;
  @Inject private CaseIntake intake;
  @Inject private RequestDraftDesk drafts;
  @Inject private CaseDesk cases;
  @Inject private Ids ids;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Refusals refusals;
  @Inject private Visitor visitor;
  @Inject private PromiseWords promises;
  @Inject @Param(pathIndex = 0) private @Nullable String path;
  @Inject @Param(name = "followUp") private @Nullable String followed;

  private Step step = Step.ENTER;
  private transient RequestForm definition;
  private transient IntakeForm form;
  private transient List<CaseSummary> duplicates = List.of();
  private @Nullable FollowUp followUp;
  private String requester = "";
  private String key = "";
  private String caseNumber = "";
  private @Nullable Instant savedAt;
  private boolean changedSince;

  /** Reads what the service asks for; a name that is none is "not found". */
  public void open() {
    notices.read(() -> catalog.form(path == null ? "" : path)).ifPresent(found -> {
      definition = found;
      form = new IntakeForm(found);
      key = ids.newKey();
      if (followed == null || followed.isEmpty()) {
        drafts.mine(found.process().name()).ifPresent(this::restore);
      } else {
        follow(followed);
      }
      renewed();
    });
  }

  private void restore(RequestDraftDesk.Kept draft) {
    form.restore(draft.typed());
    setRequester(String.join("", draft.typed().getOrDefault(REQUESTER, List.of())));
    savedAt = draft.savedAt();
    changedSince = draft.version() != definition.process().version();
  }

  /** Keeps what was entered, and leads to where it is listed. */
  public void save() {
    Map<String, List<String>> typed = form.kept();
    typed.put(REQUESTER, List.of(requester));
    if (notices.runs(() -> drafts.save(definition.process().name(), definition.process().version(), typed))) {
      notices.success(texts.of("request.saved", getLabel()));
      Address.of("/requests").go();
    }
  }

  /** Discards what was saved and typed, and begins anew. */
  public void discard() {
    if (notices.runs(() -> drafts.discard(definition.process().name()))) {
      notices.success(texts.of("request.discarded", getLabel()));
      Address.of("/request/" + definition.process().name()).go();
    }
  }

  /** What is known of the case that this request follows need not be typed again. */
  private void follow(String number) {
    notices.read(() -> cases.byNumber(number)).ifPresent(first -> {
      requester = first.requester().equals(visitor.getName()) ? "" : first.requester();
      followUp = FollowUp.of(first, form);
    });
  }

  /** What was entered, as the intake takes it. */
  private ServiceRequest request() {
    return form.request(beneficiary()).following(Optional.ofNullable(followUp).map(FollowUp::number));
  }

  /** Goes on to the check page when everything fits. */
  public void check() {
    if (renewed()) {
      form.accept();
      notices.warning(texts.of("request.more"));
      return;
    }
    if (accepted(() -> intake.check(request()))) {
      duplicates = cases.page(openOnes()).items();
      step = Step.CHECK;
    }
  }

  /** Shows the fields that what was entered asks for. */
  public void update() {
    renewed();
  }

  /** Whether fields came that the person has not seen yet. */
  private boolean renewed() {
    return form.isConditional() && form.showAllBut(intake.hidden(request()));
  }

  /** Whether some fields depend on others. */
  public boolean isConditional() {
    return form.isConditional();
  }

  /** Goes back to the form; what was entered is still there. */
  public void change() {
    step = Step.ENTER;
  }

  /** Files the request, once, and shows its receipt. */
  public void file() {
    Receipt[] receipt = new Receipt[1];
    if (accepted(() -> receipt[0] = followUp == null ? intake.fileForm(request(), key) : intake.file(request(), Optional.of(key)))) {
      caseNumber = receipt[0].caseNumber();
      showReceipt();
    } else {
      step = Step.ENTER;
    }
  }

  /** Who files for others need not see their cases: then the receipt is all there is. */
  private void showReceipt() {
    try {
      cases.byNumber(caseNumber);
    } catch (UnknownRecord notMine) {
      step = Step.FILED;
      return;
    }
    Address.of("/track/" + caseNumber).with("filed", "yes").go();
  }

  private boolean accepted(Runnable command) {
    form.accept();
    try {
      return notices.runs(() -> marked(command));
    } catch (IdempotencyConflict filedBefore) {
      notices.problem(texts.of("request.filedBefore"));
      return false;
    }
  }

  private void marked(Runnable command) {
    try {
      command.run();
    } catch (RequestRefused refused) {
      throw new RequestRefused(form.refuse(refusals.of(refused.problems())));
    }
  }

  private Optional<String> beneficiary() {
    return requester.isBlank() ? Optional.empty() : Optional.of(requester.strip());
  }

  /** Open cases of the same person and service. */
  private CaseQuery openOnes() {
    return new CaseQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(beneficiary().orElse(visitor.getName())),
        Optional.of(definition.process().name()),
        false,
        false,
        Optional.of(Duration.ZERO),
        Optional.empty(),
        Optional.empty(),
        MOST_DUPLICATES);
  }

  /** When it was saved to go on with later; null when it was not. */
  public @Nullable Instant getSavedAt() {
    return savedAt;
  }

  /** Whether the service is another version now than when it was saved. */
  public boolean isChangedSince() {
    return changedSince;
  }

  /** Whether files can be chosen, which are not saved. */
  public boolean isTakingFiles() {
    return form.takesFiles();
  }

  /** The case that this request follows. */
  public Optional<FollowUp> getFollowUp() {
    return Optional.ofNullable(followUp);
  }

  public Step getStep() {
    return step;
  }

  public String getLabel() {
    return definition.process().label();
  }

  public String getDescription() {
    return definition.process().inFull();
  }

  /** How soon it is done, in words. */
  public String getPromise() {
    return promises.of(definition.process());
  }

  public List<IntakeForm.Section> getSections() {
    return form.sections();
  }

  public List<UploadField> getPapers() {
    return form.papers();
  }

  /** What was entered, to be checked. */
  public List<FactGroup> getFacts() {
    return form.facts(texts);
  }

  public List<CaseSummary> getDuplicates() {
    return duplicates;
  }

  /** For whom the request is, in words. */
  public String getBeneficiary() {
    return beneficiary().orElse(visitor.getName());
  }

  public String getRequester() {
    return requester;
  }

  public void setRequester(@Nullable String requester) {
    this.requester = requester == null ? "" : requester;
  }

  public String getKey() {
    return key;
  }

  /** A form that comes back brings its key along; what is no key is ignored. */
  public void setKey(@Nullable String key) {
    if (key != null && key.matches("[0-9a-f-]{36}")) {
      this.key = key;
    }
  }

  public String getCaseNumber() {
    return caseNumber;
  }
}
