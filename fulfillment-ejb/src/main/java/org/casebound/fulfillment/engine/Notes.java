package org.casebound.fulfillment.engine;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.casebound.domain.definition.Element;
import org.casebound.domain.flow.Decision;
import org.casebound.fulfillment.notice.Notices;

/** What flows tell people. */
@Dependent
class Notes {
  @Inject private Notices notices;

  void add(FlowContext context, Decision.Notified note) {
    notices.tell(
        context.workedCase().id(),
        note.channel() == Element.Notify.Channel.MAIL,
        note.to(),
        note.subject(),
        note.text(),
        context.now());
  }
}
