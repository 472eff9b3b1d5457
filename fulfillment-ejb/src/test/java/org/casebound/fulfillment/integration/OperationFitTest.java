package org.casebound.fulfillment.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.naming.Reference;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.connector.api.Operation;
import org.casebound.connector.api.Shape;
import org.casebound.connector.api.Shape.Member;
import org.casebound.connector.api.ValueType;
import org.casebound.domain.integration.InputDefinition;
import org.casebound.domain.integration.InputDefinition.Type;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.IntegrationMode;
import org.casebound.domain.integration.MappingRow;
import org.casebound.domain.integration.PayloadLog;
import org.casebound.domain.integration.RetryPolicy;
import org.casebound.domain.integration.UnknownOutcomePolicy;
import org.junit.jupiter.api.Test;

class OperationFitTest {
  private static final Telling CONNECTOR =
      new Telling(
          new Operation(
              Shape.of(new Member("card", ValueType.SCALAR, true), new Member("why", Set.of(ValueType.TEXT), false)),
              Shape.of(new Member("reference", Set.of(ValueType.TEXT), true))));

  @Test
  void whatIsSentAsItIsHasTheNamesAndTypesOfTheInputs() {
    assertThat(misfits(integration(List.of(InputDefinition.of("card")), List.of(), List.of()))).isEmpty();
    assertThat(misfits(integration(List.of(input("card", Type.NUMBER), input("why", Type.TEXT)), List.of(), List.of()))).isEmpty();
    assertThat(misfits(integration(List.of(input("card", Type.MAP), input("why", Type.LIST), input("other", Type.TEXT)), List.of(), List.of())))
        .containsExactlyInAnyOrder(
            "Integration 'Block' sends 'card' as map, and the operation takes text or number or boolean.",
            "Integration 'Block' sends 'why' as list, and the operation takes text.",
            "Integration 'Block' sends 'other', which the operation does not take.");
    assertThat(misfits(integration(List.of(), List.of(), List.of())))
        .containsExactly("Integration 'Block' does not send 'card', which the operation needs.");
  }

  @Test
  void whatIsMappedHasTheNamesOfItsTargets() {
    assertThat(misfits(integration(List.of(InputDefinition.of("x")), List.of(MappingRow.of("/card", "input.x")), List.of()))).isEmpty();
    assertThat(misfits(integration(List.of(), List.of(MappingRow.of("/card/number", "input.x"), MappingRow.of("/a~1b", "1")), List.of())))
        .containsExactlyInAnyOrder(
            "Integration 'Block' sends 'card' as list or map, and the operation takes text or number or boolean.",
            "Integration 'Block' sends 'a/b', which the operation does not take.");
  }

  @Test
  void whatIsReadIsGiven() {
    List<InputDefinition> inputs = List.of(InputDefinition.of("card"));
    assertThat(misfits(integration(inputs, List.of(), List.of(read("/reference"))))).isEmpty();
    assertThat(misfits(integration(inputs, List.of(), List.of(read("/receipt/number")))))
        .containsExactly("Integration 'Block' reads 'receipt', which the operation does not give.");
  }

  @Test
  void anOperationThatThereIsNotIsSaidToBeNone() {
    assertThat(OperationFit.misfits(integration(List.of(), List.of(), List.of()), new Telling(Operation.ANY) {
          @Override
          public Operation describe(String operation) {
            throw new IllegalArgumentException("There is SEND alone.");
          }
        }))
        .containsExactly("Integration 'Block' asks for an operation that its connector does not have. There is SEND alone.");
  }

  @Test
  void aConnectorThatCanNotTellFits() {
    assertThat(OperationFit.misfits(integration(List.of(), List.of(), List.of(read("/any"))), new Telling(Operation.ANY))).isEmpty();
  }

  private static List<String> misfits(IntegrationDefinition integration) {
    return OperationFit.misfits(integration, CONNECTOR);
  }

  private static InputDefinition input(String name, Type type) {
    return new InputDefinition(name, type, Optional.empty(), InputDefinition.DEFAULT_SENSITIVITY);
  }

  private static MappingRow read(String pointer) {
    return new MappingRow("found", Optional.of(pointer), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static IntegrationDefinition integration(List<InputDefinition> inputs, List<MappingRow> request, List<MappingRow> outputs) {
    return new IntegrationDefinition(
        "Block",
        "Block a card",
        "java:/eis/Cards",
        "BLOCK",
        IntegrationMode.SERVICE,
        inputs,
        request,
        outputs,
        Duration.ofSeconds(10),
        Duration.ofHours(1),
        RetryPolicy.DEFAULT,
        UnknownOutcomePolicy.VERIFY,
        PayloadLog.MASKED,
        true,
        Optional.empty());
  }

  /** A connector that says what its operations take, and does nothing. */
  private static class Telling implements BackOfficeConnectionFactory {
    private static final long serialVersionUID = 1L;
    private final transient Operation operation;

    Telling(Operation operation) {
      this.operation = operation;
    }

    @Override
    public Operation describe(String asked) {
      return operation;
    }

    @Override
    public BackOfficeConnection getConnection() {
      throw new AssertionError("nothing is called");
    }

    @Override
    public void setReference(Reference reference) {
      throw new AssertionError("nothing is bound");
    }

    @Override
    public Reference getReference() {
      throw new AssertionError("nothing is bound");
    }
  }
}
