package org.casebound.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.casebound.domain.definition.AttributeType;
import org.junit.jupiter.api.Test;

class ArticleTest {
  @Test
  void everyTypeOfAttributeHasTheOneThatPeopleSay() {
    assertThat(Stream.of(AttributeType.values()).map(AttributeType::yamlName).map(Article::with).filter(each -> each.startsWith("an ")))
        .containsExactly("an Integer", "an Email", "an IPAddress", "an Attachment");
    assertThat(Stream.of("Url", "ListOfMaps", "").map(Article::begins)).containsExactly("A Url", "A ListOfMaps", "A ");
    assertThat(Stream.of("Attachment", "order").map(Article::begins)).containsExactly("An Attachment", "An order");
  }
}
