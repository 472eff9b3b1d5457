package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.casebound.fulfillment.library.Templates;
import org.junit.jupiter.api.Test;

class TemplatesPageTest {
  @Test
  void eachTemplateSuggestsAnApiName() {
    assertThat(Templates.IDS).allSatisfy(id -> assertThat(TemplatesPage.suggested(id)).matches("[A-Z][a-z]+(_[A-Z][a-z]+)*"));
    assertThat(TemplatesPage.suggested("fee-reversal")).isEqualTo("Fee_Reversal");
    assertThat(TemplatesPage.suggested("")).isEmpty();
  }
}
