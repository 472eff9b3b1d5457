package org.casebound.demobank.faults;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The faults in force, with what is left of the counted ones. Not kept over a restart. Thread-safe. */
public final class FaultBoard {
  private final Faults normal;
  private Faults current;

  /** @param normal how the bank behaves when nobody told it to misbehave */
  public FaultBoard(Faults normal) {
    this.normal = normal;
    this.current = normal;
  }

  /** Replaces all faults; members that are missing go back to normal. */
  public synchronized Faults tell(JsonObject json) {
    current = Faults.fromJson(json, normal);
    return current;
  }

  /** Lets the bank behave again. */
  public synchronized void clear() {
    current = normal;
  }

  /** The faults in force. */
  public synchronized Faults current() {
    return current;
  }

  /** Whether this call fails before anything is done; uses up one. */
  public synchronized boolean takeFailure() {
    return take("failNext", current.failNext());
  }

  /** Whether this call gets no answer; uses up one. */
  public synchronized boolean takeDrop() {
    return take("dropAnswer", current.dropAnswer());
  }

  /** Whether this acknowledgement is lost; uses up one. */
  public synchronized boolean takeLostAcknowledgement() {
    return take("loseAcknowledgements", current.loseAcknowledgements());
  }

  private boolean take(String name, int left) {
    if (left == 0) {
      return false;
    }
    current = Faults.fromJson(Json.createObjectBuilder().add(name, left - 1).build(), current);
    return true;
  }
}
