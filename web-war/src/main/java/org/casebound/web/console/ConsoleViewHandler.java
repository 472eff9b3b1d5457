package org.casebound.web.console;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Locale;
import org.omnifaces.util.Beans;

/** Gives each page the visitor's language, and sees that reading one again in the background leaves nothing behind. */
public class ConsoleViewHandler extends ViewHandlerWrapper {
  public ConsoleViewHandler(ViewHandler wrapped) {
    super(wrapped);
  }

  @Override
  public Locale calculateLocale(FacesContext context) {
    return Beans.getReference(Language.class).getLocale();
  }

  @Override
  public UIViewRoot createView(FacesContext context, String viewId) {
    UIViewRoot root = super.createView(context, viewId);
    if (ConsoleViewRoot.isReadAgain(context)) {
      root.setTransient(true);
    }
    return root;
  }

  @Override
  public void renderView(FacesContext context, UIViewRoot root) throws IOException {
    try {
      super.renderView(context, root);
    } finally {
      if (root instanceof ConsoleViewRoot page) {
        page.end(context);
      }
    }
  }
}
