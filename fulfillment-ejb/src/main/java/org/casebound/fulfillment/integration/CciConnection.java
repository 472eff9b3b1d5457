package org.casebound.fulfillment.integration;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.cci.Connection;
import jakarta.resource.cci.ConnectionFactory;
import jakarta.resource.cci.Interaction;
import jakarta.resource.cci.MappedRecord;
import jakarta.resource.cci.Record;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.casebound.fulfillment.config.FulfillmentLog;

/**
 * A connection of any vendor's resource adapter that offers the Common Client Interface. The call goes out as a mapped record: its name is
 * the operation, its short description the idempotency key, its entries the inputs; the answer is a mapped record, too. Such an adapter says
 * nothing about what a failure means, so each that comes after the call began leaves the outcome unknown. Used by one thread.
 */
final class CciConnection implements BackOfficeConnection {
  private final ConnectionFactory factory;
  private final Connection connection;

  CciConnection(ConnectionFactory factory) throws ResourceException {
    this.factory = factory;
    this.connection = factory.getConnection();
  }

  @Override
  public Outcome call(Call call) {
    Interaction interaction;
    MappedRecord<String, Object> input;
    try {
      interaction = connection.createInteraction();
      input = record(call.operation());
      input.setRecordShortDescription(call.key().value());
      input.putAll(call.input());
    } catch (ResourceException notBegun) {
      return failed(Failure.PERMANENT, "CCI_NOT_SENT", notBegun);
    }
    try {
      return answer(execute(interaction, input));
    } catch (ResourceException doubtful) {
      return failed(Failure.UNKNOWN_OUTCOME, "CCI_FAILED", doubtful);
    } finally {
      close(interaction);
    }
  }

  /** Adapters offer one form of the call or the other, or both. */
  private Optional<Record> execute(Interaction interaction, MappedRecord<String, Object> input) throws ResourceException {
    MappedRecord<String, Object> output = record("answer");
    try {
      return interaction.execute(null, input, output) ? Optional.of(output) : Optional.empty();
    } catch (NotSupportedException otherForm) {
      return Optional.ofNullable(interaction.execute(null, input));
    }
  }

  private MappedRecord<String, Object> record(String name) throws ResourceException {
    return factory.getRecordFactory().createMappedRecord(name);
  }

  private static Outcome answer(Optional<Record> output) {
    if (output.isEmpty()) {
      return new Outcome.Failed(
          Failure.UNKNOWN_OUTCOME, "CCI_FAILED", "The adapter says only that the call was not successful.", Optional.empty());
    }
    return new Outcome.Done(output.get() instanceof Map<?, ?> map ? tree(map) : Map.of("answer", String.valueOf(output.get())));
  }

  private static Map<String, Object> tree(Map<?, ?> entries) {
    Map<String, Object> tree = new LinkedHashMap<>();
    entries.forEach(
        (name, value) -> {
          if (value != null) {
            tree.put(String.valueOf(name), plain(value));
          }
        });
    return tree;
  }

  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      return tree(map);
    } else if (value instanceof List<?> list) {
      return list.stream().filter(java.util.Objects::nonNull).map(CciConnection::plain).toList();
    } else if (value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    } else if (value instanceof Number) {
      return new BigDecimal(value.toString());
    }
    return value instanceof Boolean ? value : value.toString();
  }

  private static Outcome failed(Failure kind, String code, ResourceException cause) {
    return new Outcome.Failed(kind, code, String.valueOf(cause.getMessage()), Optional.empty());
  }

  @Override
  public Verification verify(IdempotencyKey key) {
    return new Verification.Unsupported();
  }

  @Override
  public Health health() {
    return new Health(Health.State.UNKNOWN, "The adapter has no way to ask; a connection could be made.");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (ResourceException lost) {
      FulfillmentLog.LOG.debugf("A connection was lost before it was closed: %s", lost.getMessage());
    }
  }

  private static void close(Interaction interaction) {
    try {
      interaction.close();
    } catch (ResourceException lost) {
      FulfillmentLog.LOG.debugf("An interaction was lost before it was closed: %s", lost.getMessage());
    }
  }
}
