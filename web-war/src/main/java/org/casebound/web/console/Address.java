package org.casebound.web.console;

import jakarta.faces.application.FacesMessage;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Beans;
import org.omnifaces.util.Faces;

/** The address of a page with its state, below the context root. Empty parameters are left out. Not thread-safe. */
final class Address {
  private final String path;
  private final List<String> parameters = new ArrayList<>();
  private String place = "";

  private Address(String path) {
    this.path = path;
  }

  /**
   * Starts an address.
   *
   * @param path begins with a slash
   */
  static Address of(String path) {
    return new Address(path);
  }

  Address with(String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      parameters.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
    return this;
  }

  Address with(Map<String, String> more) {
    more.forEach(this::with);
    return this;
  }

  Address with(String name, Optional<String> value) {
    return with(name, value.orElse(""));
  }

  /** Adds the place on the page that the browser goes to. */
  Address place(String id) {
    place = "#" + id;
    return this;
  }

  /** Sends the browser there by GET, so that a reload repeats nothing. Messages of this request come along. */
  void go() {
    List<FacesMessage> said = Faces.getContext().getMessageList();
    with(CarriedNotices.PARAMETER, said.isEmpty() ? "" : Beans.getReference(CarriedNotices.class).keep(said));
    try {
      Faces.getExternalContext().redirect(toString());
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  /** For links: includes the context path. */
  @Override
  public String toString() {
    return below(Faces.hasContext() ? Faces.getRequestContextPath() : Beans.getReference(HttpServletRequest.class).getContextPath());
  }

  private String below(String contextPath) {
    return contextPath + path + (parameters.isEmpty() ? "" : "?" + String.join("&", parameters)) + place;
  }
}
