package org.casebound.web.console;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Locale;
import org.omnifaces.util.Beans;

/** Gives each page the visitor's language. */
public class ConsoleViewHandler extends ViewHandlerWrapper {
  public ConsoleViewHandler(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Locale calculateLocale(FacesContext context) {
    return Beans.getReference(Language.class).getLocale();
  }
}
