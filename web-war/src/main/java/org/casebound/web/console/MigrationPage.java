package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casebound.domain.flow.MigrationState;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.migration.MigrationDesk;
import org.casebound.fulfillment.migration.MigrationView;
import org.casebound.fulfillment.migration.MigrationView.CaseResult;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** How far a migration is, and what became of each case. */
@Named
@RequestScoped
public class MigrationPage {
  private static final int SIZE = 50;

  @Inject private MigrationDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private HttpServletRequest request;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private MigrationView view;
  private Optional<MigrationState> state = Optional.empty();
  private Optional<String> cursor = Optional.empty();
  private Page<CaseResult> page = new Page<>(List.of(), Optional.empty());

  /** Reads the migration. */
  public void open() {
    Function<String, Optional<String>> parameters = AddressParameters.of(request);
    state = Stream.of(MigrationState.values()).filter(each -> parameters.apply("state").filter(each.name()::equals).isPresent()).findFirst();
    cursor = parameters.apply("cursor");
    notices
        .read(() -> desk.get(RecordId.of(path)))
        .ifPresent(
            found -> {
              view = found;
              page = notices.ask(() -> desk.results(found.id(), state, cursor, SIZE)).orElse(page);
            });
  }

  private long count(MigrationState of) {
    return view.counts().getOrDefault(of, 0L);
  }

  /** Cases in all. */
  public long getAll() {
    return Stream.of(MigrationState.values()).mapToLong(this::count).sum();
  }

  /** Cases that have their result. */
  public long getSettled() {
    return getAll() - count(MigrationState.PENDING);
  }

  /** How far it is, in words. */
  public String getProgress() {
    return texts.of("migrate.progress", getSettled(), getAll());
  }

  /** Results, each with the length of its list. */
  public List<Facet> getResults() {
    return Stream.concat(
            Stream.of(new Facet(texts.of("migrate.all"), at(Optional.empty()).toString(), getAll(), state.isEmpty())),
            Stream.of(MigrationState.values())
                .map(
                    each ->
                        new Facet(
                            texts.of("migrate.state." + each), at(Optional.of(each)).toString(), count(each), state.filter(each::equals).isPresent())))
        .filter(Facet::isShown)
        .toList();
  }

  private Address at(Optional<MigrationState> only) {
    return Address.of("/migration/" + view.id()).with("state", only.map(Enum::name));
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return page.next().map(next -> at(state).with("cursor", next).toString()).orElse(null);
  }

  /** Address of the first page; nothing on it. */
  public @Nullable String getFirstAddress() {
    return cursor.map(here -> at(state).toString()).orElse(null);
  }

  public List<CaseResult> getItems() {
    return page.items();
  }

  public MigrationView getView() {
    return view;
  }
}
