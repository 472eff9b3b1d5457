package org.casebound.domain.definition;

import java.util.Optional;

/**
 * What starts a flow (specification, section C).
 *
 * @param record the record whose saving starts it
 * @param condition CEL over {@code case} and {@code request}; without one every record of the process starts it
 * @param order 1 to 2000: flows of one record start in this order; default 1000
 */
public record TriggerDefinition(Record record, Optional<String> condition, int order) {
  /** Default place in the order. */
  public static final int DEFAULT_ORDER = 1000;

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
}
