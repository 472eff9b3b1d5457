package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.casebound.domain.flow.MigrationPlan;
import org.casebound.domain.flow.MigrationState;
import org.casebound.fulfillment.library.ProcessLibrary;
import org.casebound.fulfillment.library.VersionLine;
import org.casebound.fulfillment.migration.MigrationDesk;
import org.casebound.fulfillment.migration.MigrationForms;
import org.casebound.fulfillment.migration.MigrationRequest;
import org.casebound.fulfillment.migration.MigrationView.CaseResult;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** Moves running cases of a process to another version: which versions, what goes where, a rehearsal, and then all of them. */
@Named
@ViewScoped
public class MigratePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ProcessLibrary library;
  @Inject private MigrationForms forms;
  @Inject private MigrationDesk desk;
  @Inject private Notices notices;
  @Inject @Param(pathIndex = 0) private @Nullable String path;
  @Inject @Param private @Nullable String from;
  @Inject @Param private @Nullable String to;

  private String name = "";
  private int fromVersion;
  private int toVersion;
  private String reason = "";
  private final ArrayList<MoveRow> rows = new ArrayList<>();
  private transient List<VersionLine> versions = List.of();
  private transient @Nullable List<CaseResult> rehearsed;

  /** Reads the versions; without an address cases move from the newest other version with open cases to the active one. */
  public void open() {
    name = path == null ? "" : path;
    readVersions();
    toVersion = number(to).orElseGet(() -> versions.stream().map(VersionLine::version).findFirst().orElse(0));
    fromVersion = number(from).orElseGet(this::likely);
    if (fromVersion > 0 && fromVersion != toVersion) {
      notices
          .ask(() -> forms.of(name, fromVersion, toVersion))
          .ifPresent(form -> form.from().forEach(part -> rows.add(new MoveRow(part, form.to()))));
    }
  }

  private void readVersions() {
    notices.read(() -> library.versions(name)).ifPresent(found -> versions = found);
  }

  private int likely() {
    List<VersionLine> others = versions.stream().filter(version -> version.version() != toVersion).toList();
    return others.stream().filter(version -> version.openCases() > 0).findFirst().or(() -> others.stream().findFirst()).map(VersionLine::version).orElse(0);
  }

  private static Optional<Integer> number(@Nullable String text) {
    return Optional.ofNullable(text).filter(given -> given.matches("[1-9][0-9]{0,8}")).map(Integer::valueOf);
  }

  /** Says what would become of each case; nothing is kept. */
  public void rehearse() {
    readVersions();
    rehearsed = notices.run(() -> desk.rehearse(request())).orElse(null);
  }

  /** Begins to move all of them, and shows how far it is. */
  public void begin() {
    readVersions();
    notices.run(() -> desk.begin(request())).ifPresent(begun -> Address.of("/migration/" + begun.id()).go());
  }

  private MigrationRequest request() {
    return new MigrationRequest(name, fromVersion, toVersion, Optional.empty(), new MigrationPlan(renamed(true), renamed(false)), reason);
  }

  private Map<String, String> renamed(boolean stages) {
    return rows.stream().filter(row -> row.isStage() == stages && row.isRenamed()).collect(Collectors.toMap(MoveRow::getName, MoveRow::getTarget));
  }

  /** How many cases of the rehearsal can be moved. */
  public long getMovable() {
    return rehearsed == null ? 0 : rehearsed.stream().filter(result -> result.state() == MigrationState.MIGRATED).count();
  }

  /** What would become of each case; nothing before it was rehearsed. */
  public @Nullable List<CaseResult> getRehearsed() {
    return rehearsed;
  }

  public String getName() {
    return name;
  }

  public List<VersionLine> getVersions() {
    return versions;
  }

  public int getFromVersion() {
    return fromVersion;
  }

  public int getToVersion() {
    return toVersion;
  }

  /** What goes where; nothing while there are not two versions that fit. */
  public List<MoveRow> getRows() {
    return rows;
  }

  /** Kept in the history of each case. */
  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
