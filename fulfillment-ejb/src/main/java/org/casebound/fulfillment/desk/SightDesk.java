package org.casebound.fulfillment.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.QueueDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.CaseRepository;
import org.casebound.fulfillment.persistence.WorkItemRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/**
 * Who sees a case and why. The answer is put together from the view that the person himself would get, so that it can not differ from it; no value
 * of the case is in it. Who has which roles and groups is known to the server's realm alone: the administrator names them.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class SightDesk {
  private static final int LONGEST_NAME = 255;
  private static final int MOST_ROLES = 100;

  @Inject private CaseRepository cases;
  @Inject private WorkItemRepository items;
  @Inject private Visibility visibility;
  @Inject private CaseViews views;
  @Inject private WorkItemViews workViews;
  @Inject private ProcessCatalog catalog;

  /**
   * What somebody sees of a case.
   *
   * @param user his name, 1 to {@value #LONGEST_NAME} characters
   * @param roles roles and groups, at most {@value #MOST_ROLES}; one that the product does not know is a group that has no queue
   * @throws UnknownRecord when there is no such case
   * @throws RuleViolation SIGHT-001 when no person is named, SIGHT-002 when there are too many roles
   */
  @RolesAllowed(Caller.ADMINISTRATOR)
  public SightView of(String number, String user, Set<String> roles) {
    String name = user.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new RuleViolation("SIGHT-001", "Name the person, in 1 to %d characters.".formatted(LONGEST_NAME));
    }
    if (roles.size() > MOST_ROLES) {
      throw new RuleViolation("SIGHT-002", "Name at most %d roles and groups.".formatted(MOST_ROLES));
    }
    Case about =
        CaseNumber.parse(number.strip()).flatMap(parsed -> cases.find(parsed.id())).orElseThrow(() -> new UnknownRecord("case", number));
    Caller caller = new Caller(name, roles::contains);
    boolean reader = SightAct.admits(CaseDesk.class, "byNumber", caller);
    List<SightGround> grounds = reader ? visibility.grounds(caller, about).toList() : List.of();
    List<String> taken = List.copyOf(new TreeSet<>(roles));
    return grounds.isEmpty()
        ? new SightView(about.number().toString(), name, taken, reader, false, List.of(), List.of(), List.of(), List.of())
        : seen(about, caller, taken, grounds);
  }

  /** The queues of the active processes, name and label: a person works for those whose groups he is in. */
  @RolesAllowed(Caller.ADMINISTRATOR)
  public SortedMap<String, String> queues() {
    return catalog.queues().stream().collect(Collectors.toMap(QueueDefinition::name, QueueDefinition::label, (one, same) -> one, TreeMap::new));
  }

  private SightView seen(Case about, Caller caller, List<String> roles, List<SightGround> grounds) {
    CaseView view = views.of(about, caller);
    return new SightView(
        view.number(),
        caller.name(),
        roles,
        true,
        true,
        grounds,
        masked(about, view),
        Arrays.stream(SightAct.values()).filter(act -> act.isFor(caller, view)).toList(),
        SightAct.admits(WorkItemDesk.class, "get", caller) ? work(about, caller) : List.of());
  }

  private List<SightView.Masked> masked(Case about, CaseView view) {
    Map<String, AttributeDefinition> defined =
        catalog.require(about.processName(), about.processVersion()).process().attributes().stream()
            .collect(Collectors.toMap(AttributeDefinition::name, Function.identity()));
    return view.request().attributes().stream()
        .filter(CaseView.AttributeView::masked)
        .map(hidden -> new SightView.Masked(hidden.name(), hidden.label(), defined.get(hidden.name()).sensitivity()))
        .toList();
  }

  private List<SightView.Work> work(Case about, Caller caller) {
    boolean claims = SightAct.admits(WorkItemDesk.class, "claim", caller);
    return items.ofCase(about.id()).stream()
        .filter(WorkItem::isOpen)
        .filter(item -> visibility.sees(caller, item))
        .map(
            item ->
                new SightView.Work(
                    item.id(), item.stepName(), item.label(), item.queue(), item.state(), claims && workViews.refusal(item, caller).isEmpty()))
        .toList();
  }
}
