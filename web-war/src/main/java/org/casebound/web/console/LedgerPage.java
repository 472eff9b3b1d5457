package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.flow.AttemptState;
import org.casebound.fulfillment.desk.LedgerCounts;
import org.casebound.fulfillment.desk.LedgerDesk;
import org.casebound.fulfillment.desk.LedgerLine;
import org.casebound.fulfillment.desk.LedgerQuery;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.trial.IntegrationDesk;
import org.casebound.fulfillment.trial.IntegrationViews;
import org.jspecify.annotations.Nullable;

/** The effect ledger: every try of a call, by state, connector, case and time. Its state is in the address. */
@Named
@RequestScoped
public class LedgerPage {
  private static final int SIZE = 50;
  private static final String DOUBT = "IN_DOUBT";
  private static final String PARKED = "PARKED";

  @Inject private LedgerDesk desk;
  @Inject private IntegrationDesk integrations;
  @Inject private Notices notices;

  private @Nullable String state;
  private @Nullable String connector;
  private @Nullable String caseNumber;
  private @Nullable String node;
  private Optional<LocalDate> from = Optional.empty();
  private Optional<LocalDate> to = Optional.empty();
  private @Nullable String cursor;
  private Page<LedgerLine> page = new Page<>(List.of(), Optional.empty());
  private LedgerCounts counts = new LedgerCounts(Map.of(), 0, 0);

  /** Reads the list. */
  public void open() {
    LedgerQuery query = query();
    notices
        .run(() -> desk.page(query))
        .ifPresent(
            read -> {
              page = read;
              counts = desk.counts(query);
            });
  }

  private LedgerQuery query() {
    return new LedgerQuery(
        Optional.ofNullable(caseNumber),
        Optional.ofNullable(connector),
        Arrays.stream(AttemptState.values()).filter(each -> each.name().equals(state)).findFirst(),
        DOUBT.equals(state),
        PARKED.equals(state),
        Optional.ofNullable(node),
        from.map(LedgerPage::midnight),
        to.map(day -> midnight(day.plusDays(1))),
        Optional.ofNullable(cursor),
        SIZE);
  }

  private static Instant midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The address of this list with another state, from its first page. */
  public String address(@Nullable String toState) {
    return at(toState).toString();
  }

  private Address at(@Nullable String toState) {
    return Address.of("/integrations/ledger")
        .with("state", toState)
        .with("connector", connector)
        .with("case", caseNumber)
        .with("node", node)
        .with("from", getFrom())
        .with("to", getTo());
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return page.next().map(next -> at(state).with("cursor", next).toString()).orElse(null);
  }

  /** Whether more than the state narrows the list down. */
  public boolean isNarrowed() {
    return connector != null || caseNumber != null || node != null || from.isPresent() || to.isPresent();
  }

  /** Whether the list is that of the calls in doubt. */
  public boolean isDoubt() {
    return DOUBT.equals(state);
  }

  /** How many calls stand so; nothing for states that are not counted, because settled calls are without number. */
  public @Nullable Long count(AttemptState each) {
    return counts.open().get(each);
  }

  public LedgerCounts getCounts() {
    return counts;
  }

  public List<LedgerLine> getItems() {
    return page.items();
  }

  public List<AttemptState> getStates() {
    return Arrays.asList(AttemptState.values());
  }

  /** The connectors that active processes call through, by name. */
  public List<String> getConnectors() {
    return integrations.all().stream().map(IntegrationViews.Line::connector).distinct().sorted().toList();
  }

  public @Nullable String getState() {
    return state;
  }

  /** Text that names no state shows all of them. */
  public void setState(@Nullable String state) {
    boolean known = DOUBT.equals(state) || PARKED.equals(state) || Arrays.stream(AttemptState.values()).anyMatch(each -> each.name().equals(state));
    this.state = known ? state : null;
  }

  public @Nullable String getConnector() {
    return connector;
  }

  public void setConnector(@Nullable String connector) {
    this.connector = textOf(connector);
  }

  public @Nullable String getCaseNumber() {
    return caseNumber;
  }

  public void setCaseNumber(@Nullable String caseNumber) {
    this.caseNumber = textOf(caseNumber);
  }

  public @Nullable String getNode() {
    return node;
  }

  public void setNode(@Nullable String node) {
    this.node = textOf(node);
  }

  private static @Nullable String textOf(@Nullable String given) {
    return given == null || given.isBlank() ? null : given.strip();
  }

  public String getFrom() {
    return from.map(LocalDate::toString).orElse("");
  }

  /** First day in UTC; what is no day sets no bound. */
  public void setFrom(@Nullable String day) {
    from = day(day);
  }

  public String getTo() {
    return to.map(LocalDate::toString).orElse("");
  }

  /** Last day in UTC, itself included; what is no day sets no bound. */
  public void setTo(@Nullable String day) {
    to = day(day);
  }

  private static Optional<LocalDate> day(@Nullable String text) {
    try {
      return Optional.ofNullable(textOf(text)).map(LocalDate::parse);
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  public @Nullable String getCursor() {
    return cursor;
  }

  public void setCursor(@Nullable String cursor) {
    this.cursor = textOf(cursor);
  }
}
