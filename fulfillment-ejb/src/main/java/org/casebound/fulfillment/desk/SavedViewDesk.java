package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.RecordIds;
import org.casebound.fulfillment.persistence.RecordKind;
import org.casebound.fulfillment.persistence.SavedViewRepository;

/** Lists of work that people save under a name: agents for themselves, leads for everybody, too. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class SavedViewDesk {
  /** Most views that one person is shown. */
  public static final int MOST = 12;

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_QUERY = 2000;

  @Inject private SavedViewRepository views;
  @Inject private RecordIds ids;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /**
   * A saved view.
   *
   * @param query parameters of an address
   * @param own whether the caller may remove it
   */
  public record Saved(long id, String name, String query, boolean shared, boolean own) {}

  /** The caller's own views and those that are shared, by name. */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public List<Saved> list() {
    Caller caller = Caller.of(context);
    return views.of(caller.name(), MOST).stream().map(view -> saved(view, caller)).toList();
  }

  /**
   * Saves a list under a name; an own view of that name is replaced.
   *
   * @param query parameters of an address, as {@link InboxQuery} writes them
   * @param shared whether everybody who works has it
   * @throws RuleViolation VIEW-001 when name or query are empty or too long
   * @throws ForbiddenAction VIEW-002 when somebody who is no lead wants to share it
   */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public void save(String name, String query, boolean shared) {
    Caller caller = Caller.of(context);
    if (name.isBlank() || name.strip().length() > LONGEST_NAME || query.length() > LONGEST_QUERY) {
      throw new RuleViolation("VIEW-001", "Give the view a name of 1 to %d characters.".formatted(LONGEST_NAME));
    }
    if (shared && !caller.is(Caller.LEAD)) {
      throw new ForbiddenAction("VIEW-002", "Only a lead shares views with everybody.");
    }
    views.find(caller.name(), name.strip()).ifPresent(views::remove);
    views.add(new SavedView(ids.next(RecordKind.SAVED_VIEW), caller.name(), name.strip(), query, shared, clock.instant()));
  }

  /** Removes a view: an own one, or, by a lead, a shared one. */
  @RolesAllowed({Caller.AGENT, Caller.LEAD})
  public void remove(long id) {
    Caller caller = Caller.of(context);
    SavedView view =
        views.find(id).filter(found -> saved(found, caller).own()).orElseThrow(() -> new UnknownRecord("saved view", id));
    views.remove(view);
  }

  private static Saved saved(SavedView view, Caller caller) {
    boolean own = view.owner().equals(caller.name()) || view.isShared() && caller.is(Caller.LEAD);
    return new Saved(view.id(), view.name(), view.query(), view.isShared(), own);
  }
}
