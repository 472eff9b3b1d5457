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
    return Cursor.page(found, size, Notification::id, NoticeView::of);
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
