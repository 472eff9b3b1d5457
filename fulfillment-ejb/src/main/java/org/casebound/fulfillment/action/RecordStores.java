package org.casebound.fulfillment.action;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import org.casebound.domain.shared.RuleViolation;

/** Finds stores of records by name. */
@Dependent
public class RecordStores {
  @Inject @Any private Instance<RecordStore> stores;

  /**
   * The store of that kind of record.
   *
   * @throws RuleViolation RECORD-001 when the installation has none
   */
  public RecordStore require(String record) {
    Instance<RecordStore> found = stores.select(NamedLiteral.of(record));
    if (!found.isResolvable()) {
      throw new RuleViolation(
          "RECORD-001", "This installation has no store of records '%s'; deploy the bean of that name.".formatted(record));
    }
    return found.get();
  }
}
