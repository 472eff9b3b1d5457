package org.casebound.fulfillment.desk;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param items in the order of the list
 * @param next cursor for the next page; empty on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }
}
