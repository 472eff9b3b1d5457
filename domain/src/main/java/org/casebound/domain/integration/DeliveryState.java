package org.casebound.domain.integration;

import org.casebound.domain.shared.StateTable;

/** How the delivery of an event to a webhook stands. */
public enum DeliveryState {
  /** It is to be sent, for the first time or again, or waits for its webhook to be resumed. */
  PENDING,
  /** The receiver took it. */
  DELIVERED,
  /** It is not tried any more, unless a person wants it. */
  DEAD;

  /** The permitted changes. */
  public static final StateTable<DeliveryState> TABLE =
      StateTable.of("delivery", DeliveryState.class).row(PENDING, DELIVERED, DEAD).row(DELIVERED, PENDING).row(DEAD, PENDING).build();
}
