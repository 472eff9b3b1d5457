package org.casebound.e2e.connector.vendor;

import jakarta.resource.ResourceException;
import jakarta.resource.cci.Connection;
import jakarta.resource.cci.Interaction;
import jakarta.resource.cci.InteractionSpec;
import jakarta.resource.cci.Record;
import jakarta.resource.cci.ResourceWarning;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Quotes a premium; the record's name says what is wanted. */
public class VendorInteraction implements Interaction {
  private final Connection connection;

  VendorInteraction(Connection connection) {
    this.connection = connection;
  }

  @Override
  @SuppressWarnings("unchecked")
  public boolean execute(InteractionSpec spec, Record input, Record output) throws ResourceException {
    if (input.getRecordName().equals("DAWDLE")) {
      dawdle();
    } else if (!input.getRecordName().equals("QUOTE")) {
      throw new ResourceException("The line broke.");
    }
    Map<String, Object> asked = (Map<String, Object>) input;
    Map<String, Object> answer = (Map<String, Object>) output;
    answer.put("premium", ((Number) asked.get("amount")).intValue() * 2);
    answer.put("quotedFor", asked.get("account"));
    return true;
  }

  /** Longer than any time-out, as adapters do that know none. */
  private static void dawdle() throws ResourceException {
    try {
      new CountDownLatch(1).await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResourceException("interrupted", e);
    }
  }

  @Override
  public Record execute(InteractionSpec spec, Record input) throws ResourceException {
    Record output = new VendorRecords().createMappedRecord("quote");
    execute(spec, input, output);
    return output;
  }

  @Override
  public void close() {
    // Keeps nothing.
  }

  @Override
  public Connection getConnection() {
    return connection;
  }

  @Override
  public ResourceWarning getWarnings() {
    return null;
  }

  @Override
  public void clearWarnings() {
    // There are none.
  }
}
