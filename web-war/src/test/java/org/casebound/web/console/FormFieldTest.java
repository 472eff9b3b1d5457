package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeType;
import org.casebound.domain.shared.Sensitivity;
import org.casebound.fulfillment.desk.CaseView.AttributeView;
import org.junit.jupiter.api.Test;

class FormFieldTest {
  @Test
  void takesAValueOfItsNameAndType() {
    FormField street = field("street", AttributeType.TEXT, List.of(), List.of());
    assertThat(street.fill(known("street", AttributeType.TEXT, "9 Quay Street"))).isTrue();
    assertThat(street.value()).contains("9 Quay Street");
    FormField amount = field("amount", AttributeType.CURRENCY, List.of(), List.of());
    assertThat(amount.fill(known("amount", AttributeType.CURRENCY, new BigDecimal("12.50")))).isTrue();
    assertThat(amount.value()).contains(new BigDecimal("12.50"));
    FormField at = field("at", AttributeType.DATETIME, List.of(), List.of());
    assertThat(at.fill(known("at", AttributeType.DATETIME, "2026-11-26T08:30:00Z"))).isTrue();
    assertThat(at.value()).contains("2026-11-26T08:30:00Z");
  }

  @Test
  void takesRowsCellByCell() {
    List<AttributeDefinition> columns = List.of(attribute("what", AttributeType.TEXT, List.of(), List.of()), attribute("count", AttributeType.INTEGER, List.of(), List.of()));
    FormField rows = field("items", AttributeType.LIST_OF_MAPS, List.of(), columns);
    List<Map<String, Object>> stored = List.of(Map.of("what", "Form", "count", 2), Map.of("what", "Letter"));
    assertThat(rows.fill(known("items", AttributeType.LIST_OF_MAPS, stored))).isTrue();
    assertThat(rows.value()).contains(List.of(Map.of("what", "Form", "count", 2L), Map.of("what", "Letter")));
  }

  @Test
  void leavesAloneWhatDoesNotFit() {
    FormField country = field("country", AttributeType.PICKLIST, List.of(new AttributeDefinition.Option("GB", "United Kingdom")), List.of());
    assertThat(country.fill(known("country", AttributeType.PICKLIST, "FR"))).as("no option").isFalse();
    assertThat(country.fill(known("country", AttributeType.TEXT, "GB"))).as("another type").isFalse();
    assertThat(country.fill(known("land", AttributeType.PICKLIST, "GB"))).as("another name").isFalse();
    assertThat(country.fill(known("country", AttributeType.PICKLIST, ""))).as("no value").isFalse();
    assertThat(country.value()).isEmpty();
    assertThat(country.fill(known("country", AttributeType.PICKLIST, "GB"))).isTrue();
  }

  private static AttributeView known(String name, AttributeType type, Object value) {
    return new AttributeView(name, name, "", type.yamlName(), value, false, List.of());
  }

  private static FormField field(String name, AttributeType type, List<AttributeDefinition.Option> options, List<AttributeDefinition> columns) {
    return new FormField(attribute(name, type, options, columns));
  }

  private static AttributeDefinition attribute(String name, AttributeType type, List<AttributeDefinition.Option> options, List<AttributeDefinition> columns) {
    return new AttributeDefinition(
        name, name, "", type, Optional.empty(), "", false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), options, columns, Optional.empty(), Sensitivity.PUBLIC);
  }
}
