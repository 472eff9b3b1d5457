package org.casebound.fulfillment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MentionsTest {

  @Test
  void findsEachNameOnceAndLeavesThePunctuation() {
    assertThat(Mentions.in("@lead, please ask (@worker-1) or @jean.dupont. And @lead again.")).containsExactly("jean.dupont", "lead", "worker-1");
  }

  @Test
  void aMailAddressMentionsNobody() {
    assertThat(Mentions.in("Write to customer@example.org or @ nobody, a.b@c.de")).isEmpty();
  }
}
