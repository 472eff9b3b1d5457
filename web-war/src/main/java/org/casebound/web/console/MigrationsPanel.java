package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.flow.MigrationState;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.migration.MigrationDesk;
import org.casebound.fulfillment.migration.MigrationView;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** The migrations of the process that a page is about, newest first. */
@Named
@RequestScoped
public class MigrationsPanel {
  private static final int SIZE = 10;

  @Inject private MigrationDesk desk;
  @Inject private Notices notices;
  @Inject @Param(pathIndex = 0) private @Nullable String path;
  @Inject @Param private @Nullable String migrations;

  private @Nullable Page<MigrationView> page;

  /** Reads them before the page is written, so that it can tell of an address that makes no sense. */
  public void open() {
    page();
  }

  private Page<MigrationView> page() {
    if (page == null) {
      page = notices.ask(() -> desk.list(Optional.of(name()), Optional.ofNullable(migrations), SIZE)).orElse(new Page<>(List.of(), Optional.empty()));
    }
    return page;
  }

  private String name() {
    return path == null ? "" : path;
  }

  public List<MigrationView> getItems() {
    return page().items();
  }

  /** How many cases of a migration have moved. */
  public long moved(Map<MigrationState, Long> counts) {
    return counts.getOrDefault(MigrationState.MIGRATED, 0L);
  }

  /** How many stay in their version. */
  public long staying(Map<MigrationState, Long> counts) {
    return counts.getOrDefault(MigrationState.REFUSED, 0L);
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return page().next().map(next -> here().with("migrations", next).place("migrations").toString()).orElse(null);
  }

  /** Address of the first page; nothing on it. */
  public @Nullable String getFirstAddress() {
    return migrations == null ? null : here().place("migrations").toString();
  }

  private Address here() {
    return Address.of("/process/" + name());
  }
}
