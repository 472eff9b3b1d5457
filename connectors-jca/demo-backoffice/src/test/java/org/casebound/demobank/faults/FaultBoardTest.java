package org.casebound.demobank.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class FaultBoardTest {
  private final FaultBoard board = new FaultBoard(Faults.NONE);

  private static JsonObject json(String name, int value) {
    return Json.createObjectBuilder().add(name, value).build();
  }

  @Test
  void failsAsManyCallsAsItWasTold() {
    board.tell(json("failNext", 2));
    assertThat(board.takeFailure()).isTrue();
    assertThat(board.takeFailure()).isTrue();
    assertThat(board.takeFailure()).isFalse();
  }

  @Test
  void replacesAllFaultsAndClearsThem() {
    board.tell(json("dropAnswer", 1));
    board.tell(json("stallMillis", 50));
    assertThat(board.takeDrop()).isFalse();
    assertThat(board.current().stallMillis()).isEqualTo(50);
    board.clear();
    assertThat(board.current()).isEqualTo(Faults.NONE);
  }

  @Test
  void refusesUnknownAndImpossibleFaults() {
    assertThatThrownBy(() -> board.tell(json("explode", 1))).hasMessageContaining("explode");
    assertThatThrownBy(() -> board.tell(json("status", 200))).hasMessageContaining("status");
    assertThatThrownBy(() -> board.tell(Json.createObjectBuilder().add("failNext", "x").build()))
        .hasMessageContaining("failNext");
    assertThat(board.current()).isEqualTo(Faults.NONE);
  }

  @Test
  void showsWhatItWasTold() {
    JsonObject shown = board.tell(json("loseAcknowledgements", 3)).toJson();
    assertThat(Faults.fromJson(shown, Faults.NONE)).isEqualTo(board.current());
  }
}
