package org.casebound.fulfillment.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.Cursor;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.persistence.AdminChangeRepository;

/** Who changed what in administration, and whether nobody has changed that afterwards. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class AdminChangeDesk {
  /** How many changes a file has at most, the newest ones. */
  public static final int MOST_IN_FILE = 10_000;

  private static final int BATCH = 500;

  @Inject private AdminChangeRepository changes;

  /** Changes, newest first. */
  @RolesAllowed(Caller.ADMINISTRATOR)
  public Page<AdminChangeView> page(AdminChangeQuery query, Optional<String> cursor, int size) {
    return Cursor.page(
        changes.page(query, Cursor.before(cursor), Cursor.size(size) + 1), size, AdminChange::id, AdminChangeView::of);
  }

  /** The newest {@value #MOST_IN_FILE} of them, for a file. */
  @RolesAllowed(Caller.ADMINISTRATOR)
  public List<AdminChangeView> export(AdminChangeQuery query) {
    return changes.page(query, Long.MAX_VALUE, MOST_IN_FILE).stream().map(AdminChangeView::of).toList();
  }

  /** Reads the whole chain up to the change that is the last one now. */
  @RolesAllowed(Caller.ADMINISTRATOR)
  public AdminChainView check() {
    AdminChangeHead head = changes.head();
    AdminChain chain = new AdminChain();
    Optional<Long> broken = Optional.empty();
    List<AdminChange> next = changes.following(0, head.lastId(), BATCH);
    while (broken.isEmpty() && !next.isEmpty()) {
      broken = chain.follow(next);
      next = changes.following(chain.length(), head.lastId(), BATCH);
    }
    broken = broken.or(() -> chain.end(head));
    return new AdminChainView(broken.isEmpty(), chain.length(), broken);
  }
}
