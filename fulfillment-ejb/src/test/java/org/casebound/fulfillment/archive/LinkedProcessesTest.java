package org.casebound.fulfillment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkedProcessesTest {

  @Test
  void findsTheProcessesThatCasesAreFiledOf() {
    String document =
        """
        {"flows":[{"elements":[
          {"createRecord":"case","values":{"process":"'Fee_Inquiry'"}},
          {"decide":[{"then":[{"createRecord":"case","values":{"process":"\\"Block_Credit_Card\\""}}]}]},
          {"createRecord":"case","values":{"process":"request.process"}},
          {"createRecord":"ledger","values":{"process":"'Not_Meant'"}}]}]}
        """;
    assertThat(LinkedProcesses.of(document)).containsExactly("Block_Credit_Card", "Fee_Inquiry");
  }

  @Test
  void mostHaveNone() {
    assertThat(LinkedProcesses.of("{\"process\":{\"name\":\"A\"}}")).isEmpty();
  }
}
