package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.casebound.fulfillment.desk.FlowFilter;
import org.casebound.fulfillment.desk.IncidentFilter;
import org.casebound.fulfillment.operation.BatchAction;
import org.casebound.fulfillment.operation.BatchDesk;
import org.casebound.fulfillment.operation.BatchRequest;
import org.casebound.fulfillment.operation.BatchTarget;
import org.casebound.fulfillment.operation.BatchView;
import org.jspecify.annotations.Nullable;

/** Chooses what is done to all that match, and shows how many these are before it begins. What matches, and the action, is in the address. */
@Named
@ViewScoped
public class BatchForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PATH = "/ops/batch";

  @Inject private BatchDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private HttpServletRequest request;

  private BatchTarget target = BatchTarget.INCIDENTS;
  private BatchAction action = BatchAction.RETRY;
  private final HashMap<String, String> filter = new HashMap<>();
  private transient BatchView.Preview preview = new BatchView.Preview(0, List.of());
  private String reason = "";
  private String outcome = "";
  private int rate = BatchRequest.USUAL_PER_MINUTE;
  private String problem = "";

  /** Reads how many match. */
  public void open() {
    Function<String, Optional<String>> parameters = AddressParameters.of(request);
    target = parameters.apply("target").filter("FLOWS"::equals).map(name -> BatchTarget.FLOWS).orElse(BatchTarget.INCIDENTS);
    action =
        Arrays.stream(BatchAction.values())
            .filter(each -> each.fits(target))
            .filter(each -> parameters.apply("action").filter(each.name()::equals).isPresent())
            .findFirst()
            .orElse(target == BatchTarget.INCIDENTS ? BatchAction.RETRY : BatchAction.SUSPEND);
    filter.putAll(
        target == BatchTarget.INCIDENTS ? IncidentFilter.of(parameters).parameters() : FlowFilter.of(parameters).parameters());
    look();
  }

  private void look() {
    notices.ask(() -> desk.preview(wanted())).ifPresent(found -> preview = found);
  }

  private BatchRequest wanted() {
    return new BatchRequest(action, target, filter, reason.strip(), Optional.of(outcome.strip()).filter(text -> !text.isEmpty()), rate);
  }

  /** Begins, and goes to the page that shows how far it is. */
  public void begin() {
    problem = reason.isBlank() ? texts.of("steer.reasonMissing") : "";
    Optional<BatchView> begun = problem.isEmpty() ? notices.run(() -> desk.begin(wanted())) : Optional.empty();
    begun.ifPresentOrElse(batch -> Address.of("/ops/batches/" + batch.id()).go(), this::look);
  }

  /** What can be done to such targets. */
  public List<Facet> getActions() {
    return Arrays.stream(BatchAction.values())
        .filter(each -> each.fits(target))
        .map(each -> new Facet(texts.of("batch.action." + each), at(each).toString(), -1, each == action))
        .toList();
  }

  private Address at(BatchAction other) {
    return Address.of(PATH).with("target", target.name()).with("action", other.name()).with(filter);
  }

  /** What matches, in words. */
  public String getWhat() {
    return texts.of("batch.count." + target, preview.count());
  }

  public Map<String, String> getFilter() {
    return filter;
  }

  public BatchView.Preview getPreview() {
    return preview;
  }

  public String getAction() {
    return action.name();
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }

  public String getOutcome() {
    return outcome;
  }

  public void setOutcome(@Nullable String outcome) {
    this.outcome = outcome == null ? "" : outcome;
  }

  public int getRate() {
    return rate;
  }

  public void setRate(int rate) {
    this.rate = rate;
  }

  public String getProblem() {
    return problem;
  }
}
