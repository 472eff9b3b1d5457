package org.casebound.domain.definition;

import java.time.Duration;
import java.util.Optional;

/**
 * What starts a flow (specification, section C).
 *
 * @param record the record whose saving starts it
 * @param on the change watched; default {@link On#CREATED}
 * @param condition CEL over {@code case}, {@code request}, {@code record} and {@code prior}; without one every change starts it
 * @param onlyWhenBecomesTrue for updates: whether the condition must not have held before the change; default false: each time it
 *     holds
 * @param order 1 to 2000: flows of one record start in this order; default 1000
 * @param path when, after the change, it starts; default {@link Path.Immediate}
 */
public record TriggerDefinition(
    Record record, On on, Optional<String> condition, boolean onlyWhenBecomesTrue, int order, Path path) {
  /** Default place in the order. */
  public static final int DEFAULT_ORDER = 1000;

  /** Each new case of the process, at once. */
  public static final TriggerDefinition FILED =
      new TriggerDefinition(
          Record.CASE, On.CREATED, Optional.empty(), false, DEFAULT_ORDER, new Path.Immediate());

  /** The record watched. */
  public enum Record {
    CASE("Case"),
    SERVICE_CATALOG_REQUEST("ServiceCatalogRequest");

    private final String yamlName;

    Record(String yamlName) {
      this.yamlName = yamlName;
    }

    /** The name used in bundles. */
    public String yamlName() {
      return yamlName;
    }
  }

  /** The change watched. */
  public enum On {
    CREATED(true, false),
    UPDATED(false, true),
    CREATED_OR_UPDATED(true, true);

    private final boolean created;
    private final boolean updated;

    On(boolean created, boolean updated) {
      this.created = created;
      this.updated = updated;
    }

    public boolean created() {
      return created;
    }

    public boolean updated() {
      return updated;
    }
  }

  /** When a triggered flow starts. */
  public sealed interface Path {
    /** In the transaction that saves the record. */
    record Immediate() implements Path {}

    /** After that transaction is committed, in one of its own. */
    record Async() implements Path {}

    /**
     * At a time. The condition is asked again when the time has come: false cancels the start; a date that has moved moves the
     * start.
     *
     * @param offset time added to the moment of the change, or to {@code from}; may be negative there
     * @param from CEL expression of a date or time, e.g. {@code request.validFrom}; empty: the moment of the change
     */
    record Scheduled(Duration offset, Optional<String> from) implements Path {}
  }
}
