package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import org.omnifaces.util.Faces;

/** What a page has to say at its top: the messages that came along with a redirect, and those of this request. */
@Named
@RequestScoped
public class NoticeBoard {
  private List<FacesMessage> carried;

  protected NoticeBoard() {}

  @Inject
  NoticeBoard(CarriedNotices notices) {
    String name = Faces.getRequestParameter(CarriedNotices.PARAMETER);
    // Most addresses name none: they need no session.
    carried = name == null ? List.of() : notices.take(name);
  }

  public List<FacesMessage> getMessages() {
    return Stream.concat(carried.stream(), Faces.getContext().getMessageList().stream()).toList();
  }
}
