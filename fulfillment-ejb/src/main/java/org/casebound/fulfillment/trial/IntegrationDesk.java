package org.casebound.fulfillment.trial;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.Outcome;
import org.casebound.domain.definition.Expressions;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.config.Ids;
import org.casebound.fulfillment.integration.BackOfficeGateway;
import org.casebound.fulfillment.integration.CallTask;
import org.casebound.fulfillment.integration.Circuits;
import org.casebound.fulfillment.integration.Payload;
import org.casebound.fulfillment.integration.ReplyMapping;
import org.casebound.fulfillment.integration.RequestMapping;
import org.casebound.fulfillment.studio.IntegrationDraft;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** Where integrators try integrations. It calls over the network, so it has no transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IntegrationDesk {
  @Inject private ProcessCatalog catalog;
  @Inject private IntegrationDraft drafts;
  @Inject private Expressions expressions;
  @Inject private BackOfficeGateway gateway;
  @Inject private Circuits circuits;
  @Inject private Ids ids;
  @Resource private SessionContext context;

  /** The integrations of all active processes. */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public List<IntegrationViews.Line> all() {
    return catalog.active().stream()
        .flatMap(process -> process.bundle().integrations().stream().map(each -> line(process, each)))
        .toList();
  }

  /**
   * One integration with its mappings.
   *
   * @throws UnknownRecord when there is no such process or integration
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public IntegrationDefinition definition(String process, String name) {
    return definition(new IntegrationSample(Optional.of(process), Optional.of(name), Optional.empty(), Map.of(), Optional.empty()));
  }

  /**
   * Begins a sample of an integration that stands in a text, which may have mistakes elsewhere.
   *
   * @param index place of the integration among those of the text, from 0
   * @throws UnknownRecord when there is none
   * @throws org.casebound.fulfillment.studio.BundleRefused when the text is no YAML
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public IntegrationSample sample(String text, int index) {
    return DraftSample.of(text, index);
  }

  /**
   * What the mappings make of a sample; nothing is sent.
   *
   * @throws UnknownRecord when there is no such process or integration
   * @throws org.casebound.fulfillment.studio.BundleRefused when the draft has mistakes
   * @throws RuleViolation INTG-001, INTG-002, INTG-003 or EXPR-001 when the sample does not fit the mappings
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public IntegrationViews.Preview preview(IntegrationSample sample) {
    IntegrationDefinition definition = definition(sample);
    return new IntegrationViews.Preview(
        RequestMapping.apply(definition, expressions, sample.input()),
        sample.reply().map(reply -> ReplyMapping.apply(definition, expressions, reply)));
  }

  /**
   * Tries an integration: asks whether the back office can be reached and, only when it is asked for, makes the call. No connector has
   * a way to make a call that has no effect, so a real call is one in every respect, under a key of its own; it belongs to no case.
   *
   * @param really whether to make the call
   * @throws UnknownRecord when there is no such process or integration
   * @throws RuleViolation INTG-004 when a real call is asked for while calls to the back office are stopped; those of {@link #preview}
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public IntegrationViews.Tested test(IntegrationSample sample, boolean really) {
    IntegrationDefinition definition = definition(sample);
    Map<String, Object> request = RequestMapping.apply(definition, expressions, sample.input());
    if (really) {
      circuits
          .stopped(definition.connectorName())
          .ifPresent(
              why -> {
                throw new RuleViolation("INTG-004", "No call is made: %s".formatted(why));
              });
    }
    return new IntegrationViews.Tested(
        request,
        IntegrationViews.Health.of(gateway.health(definition.connector())),
        really ? Optional.of(call(definition, sample.input())) : Optional.empty());
  }

  /** Asks the connector whether its back office can be reached now. */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public IntegrationViews.Health health(String connector) {
    return all().stream()
        .filter(line -> line.connector().equals(connector))
        .findFirst()
        .map(line -> IntegrationViews.Health.of(gateway.health(line.jndiName())))
        .orElseThrow(() -> new UnknownRecord("connector", connector));
  }

  private IntegrationViews.Answer call(IntegrationDefinition definition, Map<String, Object> input) {
    String key = "test-" + ids.newKey();
    Caller caller = Caller.of(context);
    FulfillmentLog.LOG.testCallBegins(caller.name(), definition.connector(), definition.operation(), key);
    Outcome outcome = gateway.make(new CallTask(0, 0, 1, key, "TEST", definition, input, false, false));
    IntegrationViews.Answer answer = answer(key, definition, outcome, caller);
    FulfillmentLog.LOG.testCallEnded(key, answer.outcome(), answer.code());
    return answer;
  }

  private static IntegrationViews.Answer answer(
      String key, IntegrationDefinition definition, Outcome outcome, Caller caller) {
    if (outcome instanceof Outcome.Done done) {
      Values whole = new Values(Map.of("reply", done.result()));
      Values seen = caller.seesPersonalData() ? whole : Payload.withoutPersonalData(definition, whole);
      return new IntegrationViews.Answer(key, "DONE", "", "", seen.asMap().get("reply"));
    } else if (outcome instanceof Outcome.Accepted accepted) {
      return new IntegrationViews.Answer(key, "ACCEPTED", "", accepted.reference(), Map.of());
    } else if (outcome instanceof Outcome.Rejected rejected) {
      return new IntegrationViews.Answer(key, "REJECTED", rejected.code(), rejected.message(), Map.of());
    }
    Outcome.Failed failed = (Outcome.Failed) outcome;
    return new IntegrationViews.Answer(key, "FAILED", failed.code(), failed.kind() + ": " + failed.message(), Map.of());
  }

  private IntegrationDefinition definition(IntegrationSample sample) {
    return sample
        .draft()
        .map(drafts::read)
        .orElseGet(
            () -> {
              String process = sample.process().orElse("");
              String name = sample.name().orElse("");
              return catalog
                  .active(process)
                  .orElseThrow(() -> new UnknownRecord("process", process))
                  .bundle()
                  .integration(name)
                  .orElseThrow(() -> new UnknownRecord("integration", name));
            });
  }

  private static IntegrationViews.Line line(PublishedProcess process, IntegrationDefinition definition) {
    return new IntegrationViews.Line(
        process.process().name(),
        process.process().version(),
        definition.name(),
        definition.label(),
        definition.connectorName(),
        definition.connector(),
        definition.operation(),
        definition.mode(),
        definition.payloadLog(),
        definition.active());
  }
}
