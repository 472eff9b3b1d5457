package org.casebound.fulfillment.integration;

import java.util.List;
import java.util.Optional;
import org.casebound.domain.integration.InputDefinition;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.IntegrationMode;
import org.casebound.domain.integration.MappingRow;
import org.casebound.domain.integration.PayloadLog;
import org.casebound.domain.integration.RetryPolicy;
import org.casebound.domain.integration.UnknownOutcomePolicy;
import org.casebound.domain.shared.Sensitivity;

/** Integrations for tests. */
public final class Definitions {
  static final InputDefinition CUSTOMER = InputDefinition.of("customerId");
  static final InputDefinition AMOUNT =
      new InputDefinition("amount", InputDefinition.Type.NUMBER, Optional.of("5"), Sensitivity.INTERNAL);
  static final InputDefinition PIN =
      new InputDefinition("pin", InputDefinition.Type.TEXT, Optional.empty(), Sensitivity.SECRET);

  private Definitions() {}

  public static IntegrationDefinition of(List<InputDefinition> inputs, List<MappingRow> request, List<MappingRow> outputs, PayloadLog log) {
    return new IntegrationDefinition(
        "Book", "Book", "java:/eis/CoreBanking", "POST /bookings", IntegrationMode.SERVICE, inputs, request, outputs,
        IntegrationDefinition.DEFAULT_TIMEOUT, IntegrationDefinition.DEFAULT_ACKNOWLEDGEMENT_TIMEOUT, RetryPolicy.DEFAULT,
        UnknownOutcomePolicy.VERIFY, log, true, Optional.empty());
  }

  static MappingRow pointer(String target, String from) {
    return new MappingRow(target, Optional.of(from), Optional.empty(), Optional.empty(), Optional.empty());
  }

  static MappingRow row(String target, Optional<String> from, Optional<String> value, Optional<String> otherwise) {
    return new MappingRow(target, from, value, otherwise, Optional.empty());
  }
}
