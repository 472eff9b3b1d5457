package org.casebound.connector.file.outbound;

import jakarta.json.Json;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.JsonTree;

/** A call as a JSON file: the key, the correlation id and the input. */
final class JsonText {
  private JsonText() {}

  static String of(Call call) {
    return Json.createObjectBuilder()
        .add("idempotencyKey", call.key().value())
        .add("correlationId", call.correlationId())
        .add("input", JsonTree.toJson(call.input()))
        .build() + "\n";
  }
}
