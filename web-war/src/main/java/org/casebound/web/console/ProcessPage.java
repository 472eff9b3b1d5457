package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.definition.ProcessState;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.fulfillment.library.DraftReviews;
import org.casebound.fulfillment.library.DraftView;
import org.casebound.fulfillment.library.DraftWarnings;
import org.casebound.fulfillment.library.ImportPlan;
import org.casebound.fulfillment.library.ProcessLibrary;
import org.casebound.fulfillment.library.PublicationRuleView;
import org.casebound.fulfillment.library.VersionLine;
import org.casebound.fulfillment.studio.BundleProblem;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** One process: its draft with what is wrong in it, what publishing would change, and its versions. */
@Named
@ViewScoped
public class ProcessPage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ProcessLibrary library;
  @Inject private DraftReviews reviews;
  @Inject private DraftWarnings warner;
  @Inject private ActivationPanel activations;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Visitor visitor;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private String name = "";
  private String text = "";
  private String reason = "";
  private String reviewReason = "";
  private boolean newQueues;
  private int read = -1;
  private int shown = -1;
  private transient @Nullable DraftView draft;
  private transient @Nullable DraftView conflict;
  private transient @Nullable ImportPlan plan;
  private transient @Nullable PublicationRuleView rule;
  private transient @Nullable List<BundleProblem> warnings;
  private transient List<VersionLine> versions = List.of();

  /** Reads versions and draft. */
  public void open() {
    name = path == null ? "" : path;
    notices.read(() -> library.versions(name)).ifPresent(found -> versions = found);
    if (visitor.isProcessOwner()) {
      library.drafted(name).ifPresent(this::show);
    }
  }

  private void show(DraftView found) {
    draft = found;
    text = found.text();
    read = found.version();
  }

  /** Begins a draft out of the newest version. */
  public void begin() {
    notices.run(() -> library.begin(name)).ifPresent(begun -> reload());
  }

  /** Keeps the text, mistakes and all. */
  public void save() {
    if (saved()) {
      notices.success(texts.of(draft.problems().isEmpty() ? "studio.saved" : "studio.saved.problems"));
      reload();
    }
  }

  /** Keeps the text and asks another process owner to publish it. */
  public void handIn() {
    if (saved() && draft.problems().isEmpty() && notices.run(() -> reviews.handIn(name, read)).isPresent()) {
      notices.success(texts.of("review.handedIn"));
      reload();
      return;
    }
    if (draft != null && !draft.problems().isEmpty()) {
      notices.problem(texts.of("studio.notPublished"));
    }
    refreshVersions();
  }

  /** Gives the draft back to its authors. */
  public void sendBack() {
    if (reviewReason.isBlank()) {
      notices.problem(texts.of("studio.reasonMissing"));
      refresh();
    } else if (notices.run(() -> reviews.sendBack(name, read, reviewReason.strip())).isPresent()) {
      notices.success(texts.of("review.sentBack"));
      reload();
    } else {
      refresh();
    }
  }

  /** Keeps the text over what another person had written and the author was shown; what came later still is a new conflict. */
  public void keepMine() {
    read = shown;
    save();
  }

  /** Drops the text for what another person has written. */
  public void takeTheirs() {
    reload();
  }

  /** Keeps the text and says what publishing it would do. */
  public void compare() {
    if (saved() && draft.problems().isEmpty()) {
      notices.run(() -> library.plan(name + ".yaml", text)).ifPresent(found -> plan = found);
    }
    refreshVersions();
  }

  /** Keeps the text and publishes it; it comes into force at once, or at the time that is entered. */
  public void publish() {
    if (saved() && draft.problems().isEmpty() && notices.runs(() -> activations.publish(name, read))) {
      notices.success(activations.published());
      reload();
      return;
    }
    if (draft != null && !draft.problems().isEmpty()) {
      notices.problem(texts.of("studio.notPublished"));
    }
    refreshVersions();
  }

  /** Throws the draft away. */
  public void discard() {
    if (notices.runs(() -> library.discard(name, read))) {
      notices.success(texts.of("studio.discarded"));
      Address.of("/studio").go();
    } else {
      refresh();
    }
  }

  /** The process can not be requested any more. */
  public void retire() {
    change(() -> library.retire(name, reason.strip()));
  }

  /** A version can be requested again, at once or from the time that is entered. */
  public void activate(int version) {
    change(() -> activations.activate(name, version, reason.strip(), newQueues ? library.queues(name, version) : Set.of()));
  }

  private void change(Runnable command) {
    if (reason.isBlank()) {
      notices.problem(texts.of("studio.reasonMissing"));
      refresh();
    } else if (notices.runs(command)) {
      notices.success(texts.of("studio.changed"));
      reload();
    } else {
      refresh();
    }
  }

  /** A text that nobody changed is not written again: whoever only approves it is none of its authors. */
  private boolean saved() {
    Optional<DraftView> same =
        library.drafted(name).filter(now -> now.version() == read && now.text().replace("\r\n", "\n").equals(text));
    if (same.isPresent()) {
      draft = same.get();
      return true;
    }
    try {
      DraftView kept = library.write(name, text, Optional.of(read));
      draft = kept;
      warnings = null;
      read = kept.version();
      return true;
    } catch (StaleRecord stale) {
      notices.problem(texts.of("notice.refused", stale.getMessage(), stale.code()));
      draft = library.draft(name);
      conflict = draft;
      shown = draft.version();
      refreshVersions();
      return false;
    }
  }

  /** What is typed stays; everything else is read again. */
  private void refresh() {
    refreshVersions();
    draft = library.drafted(name).orElse(null);
    warnings = null;
  }

  private void refreshVersions() {
    versions = library.versions(name);
  }

  private void reload() {
    Address.of("/process/" + name).go();
  }

  public String getName() {
    return name;
  }

  public @Nullable DraftView getDraft() {
    return draft;
  }

  /** What another person has written meanwhile; nothing when nobody has. */
  public @Nullable DraftView getConflict() {
    return conflict;
  }

  /** What keeps nobody from publishing the draft, but should be known before. */
  public List<BundleProblem> getWarnings() {
    if (warnings == null) {
      warnings = draft == null ? List.of() : warner.of(name, draft.text());
    }
    return warnings;
  }

  public @Nullable ImportPlan getPlan() {
    return plan;
  }

  public List<VersionLine> getVersions() {
    return versions;
  }

  /** Whether a version can be requested. */
  public boolean isActive() {
    return versions.stream().anyMatch(version -> version.state() == ProcessState.ACTIVE);
  }

  public String getText() {
    return text;
  }

  /** Browsers send lines that end with CR LF. */
  public void setText(String text) {
    this.text = text.replace("\r\n", "\n");
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  /** Whether a second person must publish. */
  public boolean isFourEyes() {
    if (rule == null) {
      rule = reviews.rule();
    }
    return rule.fourEyes();
  }

  /** Whether the visitor may publish the draft: where a second person must, only what others wrote and handed in. */
  public boolean isMayPublish() {
    return draft != null
        && (!isFourEyes() || draft.review().handedInBy().isPresent() && !draft.review().authors().contains(visitor.getName()));
  }

  /** Whether a version was imported and never active. */
  public boolean isImported() {
    return versions.stream().anyMatch(version -> version.state() == ProcessState.DRAFT);
  }

  public String getReviewReason() {
    return reviewReason;
  }

  public void setReviewReason(String reviewReason) {
    this.reviewReason = reviewReason;
  }

  /** Whether queues of a version that was imported may be new here. */
  public boolean isNewQueues() {
    return newQueues;
  }

  public void setNewQueues(boolean newQueues) {
    this.newQueues = newQueues;
  }
}
