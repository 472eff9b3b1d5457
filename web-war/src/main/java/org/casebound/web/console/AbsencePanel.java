package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.desk.SubstitutionDesk;
import org.casebound.fulfillment.desk.SubstitutionView;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** Who stands in for whom: the list, a new one, and the end of one, which is shown before it is decided. */
@Named
@RequestScoped
public class AbsencePanel {
  private static final int SIZE = 25;

  @Inject private SubstitutionDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private VisitorZone zone;
  @Inject private Visitor visitor;
  @Inject private Clock clock;
  @Inject @Param(name = "substitutions") private @Nullable String cursor;
  @Inject @Param(name = "end") private @Nullable String ending;

  private String absent = "";
  private String substitute = "";
  private String from = "";
  private String until = "";
  private String queue = "";
  private String process = "";
  private @Nullable Page<SubstitutionView> page;

  /** Whether the visitor decides who stands in for others. */
  public boolean isKeeper() {
    return visitor.isLead() || visitor.isAdministrator();
  }

  /** Those that are not over, newest first. */
  public List<SubstitutionView> getList() {
    return read().items();
  }

  private Page<SubstitutionView> read() {
    if (page == null) {
      Optional<String> before = Optional.ofNullable(cursor).filter(text -> !text.isBlank());
      page = notices.ask(() -> desk.page(before, SIZE)).orElse(new Page<>(List.of(), Optional.empty()));
    }
    return page;
  }

  /** The one that the visitor is about to end; nothing when there is none. */
  public @Nullable SubstitutionView getEnding() {
    return getList().stream().filter(one -> Long.toString(one.id()).equals(ending)).findFirst().orElse(null);
  }

  /** Address on which the end of one is decided. */
  public String endAddress(SubstitutionView one) {
    return Address.of(QueuesPage.PATH).with("substitutions", cursor).with("end", Long.toString(one.id())).place("absence").toString();
  }

  /** Somebody stands in for somebody. */
  public void add() {
    if (absent.isBlank() || substitute.isBlank() || until.isBlank()) {
      notices.problem(texts.of("absence.missing"));
    } else {
      notices.run(this::added).ifPresent(one -> done("absence.added", one, one.from(), one.until()));
    }
    page = null;
  }

  private SubstitutionView added() {
    return desk.add(
        Optional.of(absent.strip()), substitute.strip(), from.isBlank() ? clock.instant() : zone.moment(from), zone.moment(until), given(queue), given(process));
  }

  /** It is over from now on. */
  public void end() {
    SubstitutionView one = getEnding();
    if (one != null && notices.runs(() -> desk.end(one.id()))) {
      done("absence.ended", one, one.until(), clock.instant());
    }
    page = null;
  }

  private void done(String said, SubstitutionView one, Instant first, Instant second) {
    notices.success(texts.of(said, one.substitute(), one.absent(), words(first), words(second)));
    Address.of(QueuesPage.PATH).go();
  }

  /** A moment on the visitor's clock. */
  public String words(Instant moment) {
    return zone.words(moment, texts.locale());
  }

  private static Optional<String> given(String text) {
    return Optional.of(text.strip()).filter(value -> !value.isEmpty());
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return read().next().map(next -> Address.of(QueuesPage.PATH).with("substitutions", next).place("absence").toString()).orElse(null);
  }

  /** Where the list began that is shown; nothing for its first page. */
  public @Nullable String getCursor() {
    return cursor;
  }

  /** Address of the first page; nothing on it. */
  public @Nullable String getFirstAddress() {
    return cursor == null || cursor.isBlank() ? null : Address.of(QueuesPage.PATH).place("absence").toString();
  }

  public String getAbsent() {
    return absent;
  }

  public void setAbsent(@Nullable String absent) {
    this.absent = absent == null ? "" : absent;
  }

  public String getSubstitute() {
    return substitute;
  }

  public void setSubstitute(@Nullable String substitute) {
    this.substitute = substitute == null ? "" : substitute;
  }

  public String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = from == null ? "" : from;
  }

  public String getUntil() {
    return until;
  }

  public void setUntil(@Nullable String until) {
    this.until = until == null ? "" : until;
  }

  public String getQueue() {
    return queue;
  }

  public void setQueue(@Nullable String queue) {
    this.queue = queue == null ? "" : queue;
  }

  public String getProcess() {
    return process;
  }

  public void setProcess(@Nullable String process) {
    this.process = process == null ? "" : process;
  }
}
