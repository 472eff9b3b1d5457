package org.casebound.fulfillment.library;

import java.util.List;

/**
 * A ready process that a new one may begin as.
 *
 * @param id names it, e.g. {@code address-update}
 * @param label what people call it
 * @param description what it does, in a sentence
 * @param departments labels of the queues whose people work it; none when nobody has to
 */
public record TemplateLine(String id, String label, String description, String category, List<String> departments) {
  public TemplateLine {
    departments = List.copyOf(departments);
  }
}
