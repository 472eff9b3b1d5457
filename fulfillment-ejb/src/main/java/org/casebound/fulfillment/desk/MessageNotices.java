package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseMessage;
import org.casebound.domain.cases.MessageSide;
import org.casebound.domain.cases.Owner;
import org.casebound.domain.workitem.WorkItem;
import org.casebound.fulfillment.notice.Notices;
import org.casebound.fulfillment.persistence.WorkItemRepository;

/** Tells the other side that there is a message; what it says stays in the case, because mails go anywhere. */
@Dependent
class MessageNotices {
  @Inject private WorkItemRepository items;
  @Inject private Notices notices;

  /** Tells the requester, or those who have open work of the case, or else whoever owns it. */
  void tell(Case about, CaseMessage message) {
    boolean ofStaff = message.side() == MessageSide.STAFF;
    String subject = (ofStaff ? "New message about your request %s" : "New message of the requester in case %s").formatted(about.number());
    String text = (ofStaff ? "Read and answer it on the page of your request, /track/%s." : "Read and answer it on the page of the case, /case/%s.").formatted(about.number());
    (ofStaff ? Stream.of("user:" + about.requester()) : workersOf(about).stream())
        .filter(to -> !to.equals("user:" + message.author()))
        .forEach(to -> notices.tell(about.id(), false, to, subject, text, message.sentAt()));
  }

  private List<String> workersOf(Case about) {
    List<String> people =
        items.ofCase(about.id()).stream()
            .filter(WorkItem::isOpen)
            .map(WorkItem::assignee)
            .flatMap(Optional::stream)
            .map(name -> "user:" + name)
            .distinct()
            .toList();
    Owner owner = about.owner();
    return people.isEmpty() ? List.of((owner.kind() == Owner.Kind.QUEUE ? "queue:" : "user:") + owner.name()) : people;
  }
}
