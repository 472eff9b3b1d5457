package org.casebound.connector.http.inbound;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What the sender of an acknowledgement is told. */
record Reply(int status, String mediaType, JsonObject body) {
  static Reply receipt(int status, String receipt) {
    return new Reply(status, "application/json", Json.createObjectBuilder().add("receipt", receipt).build());
  }

  static Reply problem(int status, String detail) {
    JsonObject body = Json.createObjectBuilder()
        .add("type", "about:blank")
        .add("title", status >= 500 ? "Unavailable" : "Refused")
        .add("status", status)
        .add("detail", detail)
        .build();
    return new Reply(status, "application/problem+json", body);
  }

  void send(HttpExchange exchange) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", mediaType);
    if (status == 503) {
      exchange.getResponseHeaders().set("Retry-After", "1");
    }
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
