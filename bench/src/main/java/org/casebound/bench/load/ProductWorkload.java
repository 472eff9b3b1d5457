package org.casebound.bench.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.bench.http.Caller;
import org.casebound.bench.rig.Postgres;

/** A workload that goes through the product's REST API. */
abstract class ProductWorkload implements Workload {
  static final String SYSTEM = "bank";
  static final String REQUESTER = "requester";
  static final String AGENT = "agent";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Caller> users;

  ProductWorkload(Caller api) {
    this.users = Stream.of(SYSTEM, REQUESTER, AGENT).collect(Collectors.toMap(Function.identity(), api::as));
  }

  final long file(String user, String request) {
    return call(user, "POST", "/service-requests", request, 201).path("caseId").asLong();
  }

  final JsonNode call(String user, String method, String path, String body, int expected) {
    Caller caller = users.get(user);
    try {
      return JSON.readTree(caller.call(method, path, body).expect(expected));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No JSON from " + method + " " + path, e);
    }
  }

  /** Does something whose description nobody reads. */
  final void order(String user, String path) {
    users.get(user).with("Prefer", "return=minimal").call("POST", path, "").expect(204);
  }

  static String cardBlock(String process) {
    return "{\"process\":\"" + process + "\",\"subject\":\"Card lost\",\"attributes\":{\"cardId\":\"" + CardNumbers.next() + "\",\"reason\":\"lost\"}}";
  }

  @Override
  public String table() {
    return "service_case";
  }

  @Override
  public String role() {
    return Postgres.PRODUCT;
  }
}
