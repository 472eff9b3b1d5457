package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseStatus;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.cases.MilestoneState;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.catalog.Document;
import org.casebound.domain.catalog.ScanState;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.flow.FulfillmentFlow;
import org.casebound.domain.flow.Incident;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.CaseView.AttributeView;
import org.casebound.fulfillment.desk.CaseView.DocumentView;
import org.casebound.fulfillment.desk.CaseView.FlowView;
import org.casebound.fulfillment.desk.CaseView.HistoryView;
import org.casebound.fulfillment.desk.CaseView.IncidentView;
import org.casebound.fulfillment.desk.CaseView.ProcessView;
import org.casebound.fulfillment.desk.CaseView.RequestView;
import org.casebound.fulfillment.intake.RequestForm;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.CaseRepository.Filed;
import org.casebound.fulfillment.persistence.FlowRepository;
import org.casebound.fulfillment.persistence.FlowRepository.Begun;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.PublishedProcess;

/** Makes the view of a case for one caller. Reads each kind of record once, however many there are. */
@Dependent
class CaseViews {
  static final String MASK = "••••••";
  private static final Set<String> FIELDS = Set.of("subject", "priority");

  @Inject private CaseRepository cases;
  @Inject private FlowRepository flows;
  @Inject private FlowViews flowViews;
  @Inject private MilestoneViews milestoneViews;
  @Inject private MessageViews messageViews;
  @Inject private LinkViews linkViews;
  @Inject private ProcessCatalog catalog;

  CaseView of(Case seen, Caller caller) {
    List<FulfillmentFlow> runs = flows.flowsOf(seen.id());
    return of(new CaseFile(new Filed(seen, cases.requestOf(seen.id())), runs, begunOf(seen.id(), runs)), caller);
  }

  /** The view of a case of which this is in hand already. */
  CaseView of(CaseFile file, Caller caller) {
    Case seen = file.filed().workedCase();
    ServiceCatalogRequest request = file.filed().request();
    List<FulfillmentFlow> runs = file.runs();
    List<HistoryEntry> past = cases.historyOf(seen.id());
    PublishedProcess process = catalog.require(seen.processName(), seen.processVersion());
    List<FlowView> flowsSeen = flowViews.of(seen.id(), runs, file.begun(), caller);
    List<IncidentView> incidents = flows.incidentsOf(seen.id()).stream().map(CaseViews::incident).toList();
    boolean open = seen.status() != CaseStatus.CLOSED;
    boolean byHand = open && FlowViews.byHand(process, runs);
    boolean steered = CaseAccess.steers(caller, seen);
    LinkViews.Seen linked = linkViews.of(seen, caller, past);
    List<MilestoneView> milestones = milestoneViews.of(seen, process);
    return new CaseView(
        seen.id(),
        seen.number().toString(),
        seen.subject(),
        seen.status(),
        StatusText.of(seen, flowsSeen, incidents, catalog::queueLabel),
        seen.resolution(),
        seen.closeReason(),
        seen.priority(),
        seen.requester(),
        seen.owner(),
        new ProcessView(process.process().name(), process.process().label(), process.process().version(), process.process().documents()),
        seen.createdAt(),
        seen.closedAt(),
        seen.escalatedAt(),
        seen.version(),
        byHand && seen.owner().kind() == Owner.Kind.QUEUE && caller.isMemberOf(seen.homeQueue()),
        byHand && seen.owner().equals(Owner.user(caller.name())),
        open && caller.is(Caller.LEAD),
        !open && steered,
        open && steered && milestones.stream().anyMatch(milestone -> milestone.state() == MilestoneState.RUNNING),
        open && steered && milestones.stream().anyMatch(milestone -> milestone.state() == MilestoneState.PAUSED),
        messageViews.mayWrite(seen, caller),
        open && DocumentDesk.mayAdd(caller, seen),
        milestones,
        new RequestView(request.id(), attributes(process, seen, request, caller, past)),
        cases.documentsOf(seen.id()).stream().map(CaseViews::document).toList(),
        messageViews.of(seen, caller, past),
        linked.links(),
        flowsSeen,
        incidents,
        history(process, seen, caller, past, linked.numbers()));
  }

  /**
   * What a case's own view and that of its work have in common.
   *
   * @param runs its flows, oldest first
   * @param begun what was begun of them
   */
  record CaseFile(Filed filed, List<FulfillmentFlow> runs, Begun begun) {}

  CaseFile fileOf(long caseId) {
    List<FulfillmentFlow> runs = flows.flowsOf(caseId);
    return new CaseFile(cases.requireFiled(caseId), runs, begunOf(caseId, runs));
  }

  private Begun begunOf(long caseId, List<FulfillmentFlow> runs) {
    return runs.isEmpty() ? new Begun(List.of(), List.of()) : flows.begunOfCase(caseId);
  }

  /** One line of a list of cases. */
  CaseSummary summary(Case found) {
    return new CaseSummary(
        found.id(),
        found.number().toString(),
        found.subject(),
        found.status(),
        found.resolution(),
        found.priority(),
        found.requester(),
        found.owner(),
        found.processName(),
        catalog.require(found.processName(), found.processVersion()).process().label(),
        found.createdAt());
  }

  /** The attributes of a request as the caller may see them, without their history. */
  static List<AttributeView> attributes(
      PublishedProcess process, Case seen, ServiceCatalogRequest request, Caller caller) {
    return attributes(process, seen, request, caller, List.of());
  }

  private static List<AttributeView> attributes(
      PublishedProcess process, Case seen, ServiceCatalogRequest request, Caller caller, List<HistoryEntry> past) {
    Set<String> asked = asked(process, past);
    return process.process().attributes().stream()
        .filter(attribute -> attribute.type().hasValue())
        .map(
            attribute -> {
              boolean masked = Visibility.masks(caller, seen, attribute);
              return new AttributeView(
                  attribute.name(),
                  attribute.label(),
                  attribute.group(),
                  attribute.type().yamlName(),
                  masked ? MASK : value(attribute, seen, request),
                  masked,
                  changes(attribute, asked.contains(attribute.name()), seen, past, masked));
            })
        .toList();
  }

  /** Names of the attributes that requesters are asked for; not looked for while nothing has changed. */
  private static Set<String> asked(PublishedProcess process, List<HistoryEntry> past) {
    return past.stream().noneMatch(entry -> entry.subject() == HistoryEntry.Subject.REQUEST)
        ? Set.of()
        : RequestForm.of(process.bundle()).asked().stream().map(AttributeDefinition::name).collect(Collectors.toSet());
  }

  private static List<ValueChange> changes(
      AttributeDefinition attribute, boolean asked, Case seen, List<HistoryEntry> past, boolean masked) {
    List<ValueChange> changes = ValueChange.of(inHistory(attribute), asked, seen, past);
    return masked ? changes.stream().map(ValueChange::masked).toList() : changes;
  }

  /** A base attribute stands in the history as the field of the case that it is bound to. */
  private static String inHistory(AttributeDefinition attribute) {
    return attribute.binding().map(field -> field.substring(field.indexOf('.') + 1)).orElse(attribute.name());
  }

  private static Object value(AttributeDefinition attribute, Case seen, ServiceCatalogRequest request) {
    return switch (attribute.binding().orElse("")) {
      case "case.subject" -> seen.subject();
      case "case.priority" -> seen.priority().name();
      default -> request.attributes().asMap().getOrDefault(attribute.name(), "");
    };
  }

  static DocumentView document(Document document) {
    return new DocumentView(
        document.id(),
        document.requirement(),
        document.name(),
        document.mediaType(),
        document.bytes(),
        document.sha256(),
        document.scanState().name(),
        document.scanState() == ScanState.INFECTED ? document.scanNote() : "",
        document.scanState() == ScanState.PENDING && !document.scanNote().isEmpty(),
        document.isReadable(),
        document.uploadedAt());
  }

  private static IncidentView incident(Incident incident) {
    return new IncidentView(
        incident.id(),
        incident.code(),
        incident.message(),
        incident.stepName(),
        incident.raisedAt(),
        incident.resolvedAt());
  }

  /** A value whose attribute the process of the case does not know, as of a flow that was moved to a later version, is masked, too. */
  private static List<HistoryView> history(
      PublishedProcess process, Case seen, Caller caller, List<HistoryEntry> past, Set<String> linked) {
    Map<Boolean, Set<String>> names =
        process.process().attributes().stream()
            .collect(
                Collectors.partitioningBy(
                    attribute -> Visibility.masks(caller, seen, attribute), Collectors.mapping(CaseViews::inHistory, Collectors.toSet())));
    return past.stream()
        .filter(entry -> entry.subject() != HistoryEntry.Subject.LINK || LinkViews.reads(caller))
        .map(
            entry ->
                entry.subject() == HistoryEntry.Subject.LINK
                    ? link(entry, linked.contains(entry.name()))
                    : view(entry, entry.subject() == HistoryEntry.Subject.REQUEST && masks(names, entry.name())))
        .toList();
  }

  private static boolean masks(Map<Boolean, Set<String>> names, String name) {
    return names.get(true).contains(name) || !FIELDS.contains(name) && !names.get(false).contains(name);
  }

  /** The other case stays unnamed for those who may not see it. */
  private static HistoryView link(HistoryEntry entry, boolean seen) {
    return new HistoryView(
        entry.happenedAt(), entry.actor(), entry.subject().name(), seen ? entry.name() : MASK, entry.fromState(), entry.toState(), entry.why());
  }

  private static HistoryView view(HistoryEntry entry, boolean masked) {
    return new HistoryView(
        entry.happenedAt(),
        entry.actor(),
        entry.subject().name(),
        entry.name(),
        masked ? MASK : entry.fromState(),
        masked ? MASK : entry.toState(),
        entry.why());
  }
}
