package org.casebound.web.console;

import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where in the inbox the visitor was, so that he comes back to the same list, and to the item after the one that he finished. */
@Named
@SessionScoped
public class InboxPlace implements Serializable {
  private static final long serialVersionUID = 1L;

  private Map<String, String> parameters = Map.of();
  private List<Long> items = List.of();

  /** The visitor looks at this page of the list. */
  void at(Map<String, String> listed, List<Long> shown) {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(listed));
    items = List.copyOf(shown);
  }

  /** The list with the item after this one chosen; the one before it when it was the last. */
  Address after(long id) {
    int index = items.indexOf(id);
    Optional<Long> neighbour =
        index < 0 || items.size() < 2 ? Optional.empty() : Optional.of(items.get(index + 1 < items.size() ? index + 1 : index - 1));
    return list().with("item", neighbour.map(String::valueOf));
  }

  /** The list with this item chosen. */
  public String addressOf(long id) {
    return list().with("item", items.contains(id) ? Optional.of(String.valueOf(id)) : Optional.empty()).toString();
  }

  private Address list() {
    Address address = Address.of("/inbox");
    parameters.forEach(address::with);
    return address;
  }
}
