package org.casebound.demobank.api;

import io.undertow.servlet.handlers.ServletRequestContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Cuts the connection to a caller, as a crash of the bank would: the caller gets not a byte. */
final class ConnectionCutter {
  private ConnectionCutter() {}

  static void cut(HttpServletRequest request) {
    try {
      ServletRequestContext.requireCurrent().getExchange().getConnection().close();
    } catch (IOException e) {
      throw new UncheckedIOException("Could not cut the connection of " + request.getRequestURI(), e);
    }
  }
}
