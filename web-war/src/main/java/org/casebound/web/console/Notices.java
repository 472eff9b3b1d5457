package org.casebound.web.console;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.util.Optional;
import java.util.function.Supplier;
import org.casebound.domain.shared.ForbiddenAction;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.intake.RequestRefused;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/**
 * How the console speaks of the boundary's refusals: a read that is refused becomes the error page, a command that is
 * refused becomes a message with the engine's own reason ({@link Refusals}). Anything unexpected goes on to {@link ConsoleExceptionHandler}.
 */
@ApplicationScoped
public class Notices {
  private Texts texts;
  private Refusals refusals;

  protected Notices() {}

  @Inject
  Notices(Texts texts, Refusals refusals) {
    this.texts = texts;
    this.refusals = refusals;
  }

  /** Reads what a page shows; empty when the answer was "not found" or "not yours" and the error page is on its way. */
  public <T> Optional<T> read(Supplier<T> read) {
    try {
      return Optional.of(read.get());
    } catch (UnknownRecord unknown) {
      refuse(404, unknown.getMessage());
    } catch (ForbiddenAction | EJBAccessException forbidden) {
      refuse(403, forbidden.getMessage());
    }
    return Optional.empty();
  }

  /** Reads what an address asks for; when it asks for what makes no sense, the reader is told, and empty is answered. */
  public <T> Optional<T> ask(Supplier<T> read) {
    try {
      return read(read);
    } catch (RuleViolation senseless) {
      problem(refusals.of(senseless));
      return Optional.empty();
    }
  }

  /** Runs a command; empty when it was refused, which the reader has been told. */
  public <T> Optional<T> run(Supplier<T> command) {
    try {
      return Optional.of(command.get());
    } catch (RuleViolation refused) {
      problem(refusals.of(refused));
    } catch (RequestRefused wrong) {
      wrong.problems().forEach(p -> problem(refusals.of(p.code(), p.message())));
    } catch (EJBAccessException forbidden) {
      problem(texts.of("notice.forbidden"));
    } catch (EJBException lost) {
      problem(lostUpdate(lost));
    }
    return Optional.empty();
  }

  /** Two changes that met at commit: the later one lost, which is no failure but a conflict. */
  private String lostUpdate(EJBException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockException) {
        return texts.of("notice.lost");
      }
    }
    throw failure;
  }

  /** Runs a command without a result; false when it was refused, which the reader has been told. */
  public boolean runs(Runnable command) {
    return run(
            () -> {
              command.run();
              return Boolean.TRUE;
            })
        .isPresent();
  }

  /** Says on this page that something is wrong. */
  public void problem(String text) {
    Messages.add(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
  }

  /** Says that something went well: on this page, or on the one that {@link Address#go()} leads to. */
  public void success(String text) {
    Messages.add(null, new FacesMessage(FacesMessage.SEVERITY_INFO, text, text));
  }

  /** Says that something is worth knowing: on this page, or on the one that {@link Address#go()} leads to. */
  public void warning(String text) {
    Messages.add(null, new FacesMessage(FacesMessage.SEVERITY_WARN, text, text));
  }

  /** Answers with the error page of that HTTP status. */
  public void refuse(int status, String reason) {
    Faces.responseSendError(status, reason);
  }
}
