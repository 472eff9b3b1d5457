package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.flow.ReplyState;
import org.casebound.fulfillment.acknowledgement.AcknowledgementView;
import org.casebound.fulfillment.acknowledgement.ReplyCounts;
import org.casebound.fulfillment.acknowledgement.ReplyDesk;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.trial.IntegrationDesk;
import org.casebound.fulfillment.trial.IntegrationViews;
import org.jspecify.annotations.Nullable;

/** The reply inbox, by state and connector. Its state is in the address. */
@Named
@RequestScoped
public class RepliesPage {
  private static final int SIZE = 50;
  private static final String COPIED = "COPIED";

  @Inject private ReplyDesk desk;
  @Inject private IntegrationDesk integrations;
  @Inject private Notices notices;

  private @Nullable String state;
  private @Nullable String connector;
  private @Nullable String cursor;
  private Page<AcknowledgementView> page = new Page<>(List.of(), Optional.empty());
  private ReplyCounts counts = new ReplyCounts(Map.of(), 0);

  /** Reads the list. */
  public void open() {
    Optional<ReplyState> asked = Arrays.stream(ReplyState.values()).filter(each -> each.name().equals(state)).findFirst();
    notices
        .run(
            () ->
                desk.page(
                    new ReplyDesk.Query(
                        asked, Optional.ofNullable(connector), COPIED.equals(state), Optional.ofNullable(cursor), SIZE)))
        .ifPresent(
            read -> {
              page = read;
              counts = desk.counts(Optional.ofNullable(connector));
            });
  }

  /** The address of this list with another state, from its first page. */
  public String address(@Nullable String toState, @Nullable String toConnector) {
    return at(toState, toConnector).toString();
  }

  private static Address at(@Nullable String toState, @Nullable String toConnector) {
    return Address.of("/integrations/replies").with("state", toState).with("connector", toConnector);
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return page.next().map(next -> at(state, connector).with("cursor", next).toString()).orElse(null);
  }

  /** How many replies stand so; nothing for matched ones, which are without number. */
  public @Nullable Long count(ReplyState each) {
    return counts.states().get(each);
  }

  /** How many messages came more than once. */
  public long getCopied() {
    return counts.copied();
  }

  public List<AcknowledgementView> getItems() {
    return page.items();
  }

  public List<ReplyState> getStates() {
    return Arrays.asList(ReplyState.values());
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
    boolean known = COPIED.equals(state) || Arrays.stream(ReplyState.values()).anyMatch(each -> each.name().equals(state));
    this.state = known ? state : null;
  }

  public @Nullable String getConnector() {
    return connector;
  }

  public void setConnector(@Nullable String connector) {
    this.connector = connector == null || connector.isBlank() ? null : connector.strip();
  }

  public @Nullable String getCursor() {
    return cursor;
  }

  public void setCursor(@Nullable String cursor) {
    this.cursor = cursor == null || cursor.isBlank() ? null : cursor;
  }
}
