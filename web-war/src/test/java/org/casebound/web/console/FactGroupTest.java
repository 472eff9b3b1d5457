package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.casebound.fulfillment.desk.CaseView.AttributeView;
import org.casebound.web.console.FactGroup.Fact;
import org.junit.jupiter.api.Test;

class FactGroupTest {

  @Test
  void aMaskedValueNeverReachesThePage() {
    AttributeView secret = new AttributeView("card", "Card", "", "Text", "4000123412341234", true, List.of());
    assertThat(FactGroup.of(List.of(secret), Map.of(), new Texts()).get(0).facts()).containsExactly(new Fact("Card", "", true));
  }

  @Test
  void sectionsKeepTheOrderOfTheForm() {
    List<AttributeView> attributes =
        List.of(
            new AttributeView("a", "A", "First", "Text", "1", false, List.of()),
            new AttributeView("b", "B", "Second", "Text", "2", false, List.of()),
            new AttributeView("c", "C", "First", "Text", "3", false, List.of()));
    assertThat(FactGroup.of(attributes, Map.of(), new Texts())).extracting(FactGroup::title).containsExactly("First", "Second");
    assertThat(FactGroup.of(attributes, Map.of(), new Texts()).get(0).facts()).extracting(Fact::label).containsExactly("A", "C");
  }

  @Test
  void choicesAreShownByTheirLabels() {
    AttributeView country = new AttributeView("country", "Country", "", "Picklist", "GB", false, List.of());
    AttributeView kinds = new AttributeView("kinds", "Kinds", "", "MultiSelectPicklist", List.of("card", "other"), false, List.of());
    Map<String, Map<String, String>> labels = Map.of("country", Map.of("GB", "United Kingdom"), "kinds", Map.of("card", "Card fee"));
    assertThat(FactGroup.of(List.of(country, kinds), labels, new Texts()).get(0).facts()).extracting(Fact::text).containsExactly("United Kingdom", "Card fee, other");
  }
}
