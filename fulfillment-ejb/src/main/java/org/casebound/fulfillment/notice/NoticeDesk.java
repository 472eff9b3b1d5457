package org.casebound.fulfillment.notice;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.definition.QueueDefinition;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.Cursor;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.persistence.NotificationRepository;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** What the caller and his queues were told. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class NoticeDesk {
  /** Further than this nobody counts what he has not read. */
  public static final int MOST_COUNTED = 100;

  @Inject private NotificationRepository notices;
  @Inject private ProcessCatalog catalog;
  @Inject private Clock clock;
  @Resource private SessionContext context;

  /** The newest first. */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR
  })
  public Page<NoticeView> page(boolean onlyUnread, Optional<String> cursor, int size) {
    Caller caller = Caller.of(context);
    List<Notification> found =
        notices.list(caller.name(), queuesOf(caller), onlyUnread, Cursor.before(cursor), Cursor.size(size) + 1);
    return Cursor.page(found, size, Notification::id, told -> NoticeView.of(told, catalog::queueLabel));
  }

  /**
   * Notes that it was read; what a queue was told is then read for all of the queue.
   *
   * @throws UnknownRecord when neither the caller nor a queue of his was told so
   */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR
  })
  public void read(long id) {
    Caller caller = Caller.of(context);
    notices
        .find(id)
        .filter(told -> isFor(told, caller))
        .orElseThrow(() -> new UnknownRecord("notification", id))
        .read(clock.instant());
  }

  /** How many of them nobody has read; not counted further than {@link #MOST_COUNTED}. */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR
  })
  public int unread() {
    Caller caller = Caller.of(context);
    return notices.unread(caller.name(), queuesOf(caller), MOST_COUNTED);
  }

  /**
   * Notes that several were read, e.g. all of a page; those that the caller was not told are left out.
   *
   * @param ids at most 100
   * @throws RuleViolation NOTE-001 when there are more
   */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR
  })
  public void readAll(Set<Long> ids) {
    if (ids.size() > MOST_COUNTED) {
      throw new RuleViolation("NOTE-001", "At most %d notifications are read at once; send fewer.".formatted(MOST_COUNTED));
    }
    if (!ids.isEmpty()) {
      Caller caller = Caller.of(context);
      notices.find(ids).stream().filter(told -> isFor(told, caller)).forEach(told -> told.read(clock.instant()));
    }
  }

  private static boolean isFor(Notification told, Caller caller) {
    return switch (told.kind()) {
      case USER -> told.recipient().equals(caller.name());
      case QUEUE -> caller.isMemberOf(told.recipient());
      case MAIL -> false;
    };
  }

  private Set<String> queuesOf(Caller caller) {
    return catalog.queues().stream()
        .map(QueueDefinition::name)
        .filter(caller::isMemberOf)
        .collect(Collectors.toSet());
  }
}
