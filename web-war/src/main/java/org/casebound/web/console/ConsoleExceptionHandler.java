package org.casebound.web.console;

import jakarta.ejb.EJBAccessException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.UnknownRecord;
import org.omnifaces.util.Exceptions;
import org.omnifaces.util.Faces;

/**
 * What no page caught: a lost view becomes "expired", a refused role "forbidden", and everything else is logged with an
 * incident number that the reader sees, too.
 */
public class ConsoleExceptionHandler extends ExceptionHandlerWrapper {
  private final Faults faults;

  ConsoleExceptionHandler(ExceptionHandler wrapped, Faults faults) {
    super(wrapped);
    this.faults = faults;
  }

  @Override
  public void handle() {
    takeAll().stream().findFirst().ifPresent(this::answer);
    getWrapped().handle();
  }

  private List<Throwable> takeAll() {
    List<Throwable> taken = new ArrayList<>();
    Iterator<ExceptionQueuedEvent> queued = getUnhandledExceptionQueuedEvents().iterator();
    while (queued.hasNext()) {
      taken.add(queued.next().getContext().getException());
      queued.remove();
    }
    return taken;
  }

  private void answer(Throwable thrown) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ExternalContext external = faces.getExternalContext();
    if (faces.getResponseComplete() && external.isResponseCommitted()) {
      faults.record(Faces.getRequestURI(), thrown);
      return;
    }
    if (!external.isResponseCommitted()) {
      external.responseReset();
    }
    Throwable cause = Exceptions.unwrap(thrown);
    if (cause instanceof ViewExpiredException) {
      Faces.setRequestAttribute(FaultPage.EXPIRED, true);
      Faces.responseSendError(403, "");
    } else if (cause instanceof UnknownRecord) {
      Faces.responseSendError(404, "");
    } else if (cause instanceof EJBAccessException || cause instanceof ForbiddenAction) {
      Faces.responseSendError(403, "");
    } else {
      Faces.setRequestAttribute(FaultPage.INCIDENT, faults.record(Faces.getRequestURI(), cause));
      Faces.responseSendError(500, "");
    }
  }
}
