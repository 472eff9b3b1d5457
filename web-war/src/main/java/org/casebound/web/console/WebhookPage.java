package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.integration.DeliveryState;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.webhook.DeliveryDesk;
import org.casebound.fulfillment.webhook.DeliveryQuery;
import org.casebound.fulfillment.webhook.DeliveryView;
import org.casebound.fulfillment.webhook.WebhookDesk;
import org.casebound.fulfillment.webhook.WebhookView;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** One webhook: what it tells, how it does, and what it was and is to be told, one of them in full. The list's state is in the address. */
@Named
@ViewScoped
public class WebhookPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SIZE = 25;

  @Inject private WebhookDesk desk;
  @Inject private DeliveryDesk deliveries;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private IntegrationWords words;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private String name = "";
  private String reason = "";
  private String problem = "";
  private @Nullable String state;
  private @Nullable String caseNumber;
  private @Nullable String cursor;
  private @Nullable String chosen;
  private transient @Nullable WebhookView view;
  private transient @Nullable DeliveryView shown;
  private transient Page<DeliveryView> page = new Page<>(List.of(), Optional.empty());

  /** Reads the webhook, its deliveries, and the one that the address names. */
  public void open() {
    name = path == null ? "" : path;
    read();
  }

  private void read() {
    notices.read(() -> desk.get(name)).ifPresent(this::show);
  }

  private void show(WebhookView found) {
    view = found;
    notices
        .run(() -> deliveries.page(new DeliveryQuery(name, state(), Optional.empty(), Optional.ofNullable(caseNumber), Optional.ofNullable(cursor), SIZE)))
        .ifPresent(read -> page = read);
    if (chosen != null) {
      notices.read(() -> deliveries.get(name, RecordId.of(chosen))).ifPresent(one -> shown = one);
    }
  }

  private Optional<DeliveryState> state() {
    return Arrays.stream(DeliveryState.values()).filter(each -> each.name().equals(state)).findFirst();
  }

  /** Sends an event that tells of nothing. */
  public void test() {
    notices
        .run(() -> deliveries.test(name))
        .ifPresent(
            sent -> {
              notices.success(texts.of("webhook.tested"));
              here(null).with("delivery", Long.toString(sent.id())).go();
            });
    read();
  }

  /** Sends the delivery that is shown again. */
  public void again() {
    command(() -> deliveries.again(name, RecordId.of(chosen)), texts.of("webhook.again.done"));
  }

  /** Sends nothing any more. */
  public void pause() {
    problem = reason.isBlank() ? texts.of("steer.reasonMissing") : "";
    if (problem.isEmpty()) {
      command(() -> desk.pause(name, reason), texts.of("webhook.paused.done", name));
    } else {
      read();
    }
  }

  /** Sends what was kept, and what comes. */
  public void resume() {
    command(() -> desk.resume(name), texts.of("webhook.resumed.done", name));
  }

  /** Forgets the webhook. */
  public void delete() {
    if (notices.runs(() -> desk.delete(name))) {
      notices.success(texts.of("webhook.deleted.done", name));
      Address.of("/integrations/webhooks").go();
    } else {
      read();
    }
  }

  private void command(Runnable command, String said) {
    if (notices.runs(command)) {
      notices.success(said);
      here(state).with("delivery", chosen).go();
    } else {
      read();
    }
  }

  private Address here(@Nullable String toState) {
    return Address.of("/integrations/webhook/" + name).with("state", toState).with("case", caseNumber);
  }

  /** The address of the list with another state, from its first page. */
  public String address(@Nullable String toState) {
    return here(toState).toString();
  }

  /** The address of this list with that delivery in full. */
  public String deliveryAddress(long id) {
    return here(state).with("cursor", cursor).with("delivery", Long.toString(id)).place("delivery").toString();
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return page.next().map(next -> here(state).with("cursor", next).toString()).orElse(null);
  }

  /** What was sent, as people read JSON. */
  public String getBody() {
    return JsonText.of(JsonText.read(shown.body()));
  }

  /** The headers that were sent, a line for each. */
  public String getHeaders() {
    return String.join("\n", shown.headers().entrySet().stream().map((Map.Entry<String, String> each) -> each.getKey() + ": " + each.getValue()).toList());
  }

  public WebhookView getView() {
    return view;
  }

  /** How long the last try took, in words. */
  public String took(DeliveryView delivery) {
    return words.span(delivery.tookMillis().map(Duration::ofMillis));
  }

  public @Nullable DeliveryView getShown() {
    return shown;
  }

  public List<DeliveryView> getItems() {
    return page.items();
  }

  public List<DeliveryState> getStates() {
    return Arrays.asList(DeliveryState.values());
  }

  public String getProblem() {
    return problem;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public @Nullable String getState() {
    return state;
  }

  /** Text that names no state shows all of them. */
  public void setState(@Nullable String state) {
    this.state = Arrays.stream(DeliveryState.values()).anyMatch(each -> each.name().equals(state)) ? state : null;
  }

  public @Nullable String getCaseNumber() {
    return caseNumber;
  }

  public void setCaseNumber(@Nullable String caseNumber) {
    this.caseNumber = textOf(caseNumber);
  }

  public @Nullable String getCursor() {
    return cursor;
  }

  public void setCursor(@Nullable String cursor) {
    this.cursor = textOf(cursor);
  }

  public @Nullable String getChosen() {
    return chosen;
  }

  public void setChosen(@Nullable String chosen) {
    this.chosen = textOf(chosen);
  }

  private static @Nullable String textOf(@Nullable String given) {
    return given == null || given.isBlank() ? null : given.strip();
  }
}
