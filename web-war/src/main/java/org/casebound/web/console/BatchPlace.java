package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** Whether the address names one batch or the list of all. */
@Named
@RequestScoped
public class BatchPlace {
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  /** Whether it names one. */
  public boolean isOne() {
    return path != null && !path.isBlank();
  }
}
