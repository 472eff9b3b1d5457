package org.casebound.web.console;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link ConsoleExceptionHandler} before the one of the Faces implementation. */
public class ConsoleExceptionHandlerFactory extends ExceptionHandlerFactory {
  public ConsoleExceptionHandlerFactory(ExceptionHandlerFactory wrapped) {
    super(wrapped);
  }

  @Override
  public ExceptionHandler getExceptionHandler() {
    return new ConsoleExceptionHandler(
        getWrapped().getExceptionHandler(), CDI.current().select(Faults.class).get());
  }
}
