package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.due.DueTaskKind;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.desk.TimerCount;
import org.casebound.fulfillment.desk.TimerDesk;
import org.casebound.fulfillment.desk.TimerLine;
import org.casebound.fulfillment.desk.TimerQuery;
import org.jspecify.annotations.Nullable;

/** What is due, by kind, and the list behind each count. Its state is in the address. */
@Named
@RequestScoped
public class TimersPage {
  private static final int SIZE = 50;

  @Inject private TimerDesk desk;
  @Inject private Notices notices;
  @Inject private IntegrationWords words;

  private Optional<DueTaskKind> kind = Optional.empty();
  private TimerQuery.Which which = TimerQuery.Which.ALL;
  private @Nullable String cursor;
  private List<TimerCount> counts = List.of();
  private Page<TimerLine> page = new Page<>(List.of(), Optional.empty());

  /** Reads counts and list. */
  public void open() {
    notices
        .run(() -> desk.page(new TimerQuery(kind, which, Optional.ofNullable(cursor), SIZE)))
        .ifPresent(
            read -> {
              page = read;
              counts = desk.counts();
            });
  }

  /** The address of the list behind a count, from its first page. */
  public String address(@Nullable String toKind, @Nullable String toWhich) {
    return at(toKind, toWhich).place("due").toString();
  }

  private static Address at(@Nullable String toKind, @Nullable String toWhich) {
    return Address.of("/ops/timers").with("kind", toKind).with("which", toWhich);
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return page.next().map(next -> at(getKind(), getWhich()).with("cursor", next).toString()).orElse(null);
  }

  public List<TimerCount> getCounts() {
    return counts;
  }

  public List<TimerLine> getItems() {
    return page.items();
  }

  public @Nullable String getKind() {
    return kind.map(Enum::name).orElse(null);
  }

  /** What the chosen kind is for; empty text when none is chosen. */
  public String getKindText() {
    return kind.map(words::timer).orElse("");
  }

  /** Text that names no kind shows all of them. */
  public void setKind(@Nullable String kind) {
    this.kind = Arrays.stream(DueTaskKind.values()).filter(each -> each.name().equals(kind)).findFirst();
  }

  /** {@code OVERDUE} or {@code FAILED}; nothing for all tasks. */
  public @Nullable String getWhich() {
    return which == TimerQuery.Which.ALL ? null : which.name();
  }

  /** Text that names neither shows all of them. */
  public void setWhich(@Nullable String which) {
    this.which =
        Arrays.stream(TimerQuery.Which.values()).filter(each -> each.name().equals(which)).findFirst().orElse(TimerQuery.Which.ALL);
  }

  public @Nullable String getCursor() {
    return cursor;
  }

  public void setCursor(@Nullable String cursor) {
    this.cursor = cursor == null || cursor.isBlank() ? null : cursor;
  }
}
