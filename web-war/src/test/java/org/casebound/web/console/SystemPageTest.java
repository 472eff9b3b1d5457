package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.casebound.fulfillment.system.Finding;
import org.casebound.fulfillment.system.SystemPart;
import org.junit.jupiter.api.Test;

class SystemPageTest {
  @Test
  void thereIsASentenceForEachFindingAndAWordForEachPart() {
    ResourceBundle texts = ResourceBundle.getBundle("org.casebound.web.console.texts", Locale.ENGLISH);
    assertThat(texts.keySet()).containsAll(Stream.of(Finding.values()).map(one -> "system.finding." + one).toList());
    assertThat(texts.keySet()).containsAll(Stream.of(SystemPart.values()).map(one -> "system.part." + one).toList());
  }
}
