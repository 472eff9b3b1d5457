package org.casebound.fulfillment.desk;

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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebound.domain.integration.Circuit;
import org.casebound.domain.integration.CircuitChange;
import org.casebound.domain.integration.CircuitState;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.casebound.fulfillment.engine.CircuitSwitch;
import org.casebound.fulfillment.integration.ConnectorLevels;
import org.casebound.fulfillment.integration.OperationFit;
import org.casebound.fulfillment.persistence.AttemptRepository;
import org.casebound.fulfillment.persistence.CircuitRepository;
import org.casebound.fulfillment.persistence.LedgerRepository;
import org.casebound.fulfillment.persistence.LedgerRepository.Recent;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** What operators see of connectors, and how they stop calls and start them again. Every change is kept with its reason. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class ConnectorDesk {
  @Inject private CircuitRepository circuits;
  @Inject private CircuitSwitch circuitSwitch;
  @Inject private AttemptRepository attempts;
  @Inject private LedgerRepository ledger;
  @Inject private ConnectorLevels levels;
  @Inject private ProcessCatalog catalog;
  @Inject private FulfillmentSettings settings;
  @Resource private SessionContext context;

  /** All connectors that active processes call through, and those that ever had their calls stopped, by name. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public List<ConnectorView> all() {
    Map<String, Long> parked = attempts.parked();
    Map<String, List<IntegrationDefinition>> used = used();
    Map<String, Circuit> known = circuits.all().stream().collect(Collectors.toMap(Circuit::connector, Function.identity()));
    Map<String, ConnectorView> views = new TreeMap<>();
    used.forEach(
        (name, integrations) ->
            views.put(
                name,
                view(name, integrations.get(0).connector(), Optional.ofNullable(known.get(name)), parked, integrations)));
    known.forEach((name, circuit) -> views.computeIfAbsent(name, each -> view(name, circuit.jndiName(), Optional.of(circuit), parked, List.of())));
    return List.copyOf(views.values());
  }

  /** The same with how their newest calls went. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public ConnectorBoard board() {
    return board(all());
  }

  /**
   * One connector with how its newest calls went.
   *
   * @throws UnknownRecord when there is no such connector
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public ConnectorBoard board(String name) {
    return board(List.of(require(name)));
  }

  private ConnectorBoard board(List<ConnectorView> connectors) {
    List<String> names = connectors.stream().map(ConnectorView::name).toList();
    Map<String, List<Recent>> recent =
        ledger.recent(names, ConnectorFigures.MOST).stream().collect(Collectors.groupingBy(Recent::connector));
    return new ConnectorBoard(
        connectors,
        names.stream().collect(Collectors.toMap(Function.identity(), name -> ConnectorFigures.of(recent.getOrDefault(name, List.of())))),
        settings.circuit().resumeRate());
  }

  /**
   * Changes of a connector's circuit, newest first.
   *
   * @throws UnknownRecord when there is no such connector
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.LEAD})
  public Page<ConnectorView.Change> changes(String name, Optional<String> cursor, int size) {
    if (!used().containsKey(name) && circuits.find(name).isEmpty()) {
      throw new UnknownRecord("connector", name);
    }
    List<CircuitChange> found = circuits.changes(name, Cursor.before(cursor), Cursor.size(size) + 1);
    return Cursor.page(
        found,
        size,
        CircuitChange::id,
        change -> new ConnectorView.Change(change.happenedAt(), change.actor(), change.from(), change.to(), change.why()));
  }

  /**
   * Stops calls through a connector on all nodes, within a second; calls that are out come back. Work for it is parked.
   *
   * @throws UnknownRecord when there is no such connector
   * @throws RuleViolation CIRC-001 when they are stopped already
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public ConnectorView stop(String name, String reason) {
    ConnectorView found = require(name);
    circuitSwitch.stop(name, found.jndiName(), reason.strip(), Caller.of(context).name());
    return require(name);
  }

  /**
   * Lets calls go out again, whatever has stopped them; parked work resumes at the set rate.
   *
   * @throws UnknownRecord when there is no such connector
   * @throws RuleViolation CIRC-002 when they are not stopped
   */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public ConnectorView start(String name, String reason) {
    require(name);
    circuitSwitch.start(name, reason.strip(), Caller.of(context).name());
    return require(name);
  }

  private ConnectorView require(String name) {
    return all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow(() -> new UnknownRecord("connector", name));
  }

  private Map<String, List<IntegrationDefinition>> used() {
    return catalog.active().stream()
        .flatMap(process -> process.bundle().integrations().stream())
        .collect(Collectors.groupingBy(IntegrationDefinition::connectorName));
  }

  private ConnectorView view(
      String name, String jndiName, Optional<Circuit> circuit, Map<String, Long> parked, List<IntegrationDefinition> integrations) {
    return new ConnectorView(
        name,
        jndiName,
        levels.name(jndiName),
        levels.contract(jndiName),
        circuit.map(Circuit::state).orElse(CircuitState.CLOSED),
        circuit.map(Circuit::since),
        circuit.map(Circuit::reason).orElse(""),
        circuit.map(Circuit::actor).orElse(""),
        circuit.flatMap(Circuit::probeAt),
        parked.getOrDefault(name, 0L),
        circuit.filter(Circuit::resuming).isPresent(),
        integrations.stream().map(IntegrationDefinition::name).distinct().sorted().toList(),
        OperationFit.operations(jndiName));
  }
}
