package org.casebound.fulfillment.desk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.casebound.domain.flow.FlowState;

/**
 * Which flows; an empty part narrows nothing. It can be written as parameters of an address, and read from them.
 *
 * @param process only flows of this process
 * @param version only of this version of it
 * @param state only in this state
 * @param stage only those whose newest stage has this name
 * @param age only those that began so long ago
 * @param open only those that have not ended
 * @param retrying only those with a call that waits for the time of its next try
 */
public record FlowFilter(
    Optional<String> process,
    Optional<Integer> version,
    Optional<FlowState> state,
    Optional<String> stage,
    Optional<AgeBand> age,
    boolean open,
    boolean retrying) {
  /** Every flow that has not ended. */
  public static final FlowFilter OPEN =
      new FlowFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, false);

  /** Every flow with a call that waits for the time of its next try. */
  public static final FlowFilter RETRYING =
      new FlowFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true, true);

  /** Reads parameters; what is missing or makes no sense is as if it were not there. Without a state only flows that have not ended are meant. */
  public static FlowFilter of(Function<String, Optional<String>> parameters) {
    Optional<FlowState> state = choice(FlowState.values(), parameters.apply("state"));
    return new FlowFilter(
        parameters.apply("process"),
        parameters.apply("version").filter(number -> number.matches("[1-9][0-9]{0,8}")).map(Integer::valueOf),
        state,
        parameters.apply("stage"),
        choice(AgeBand.values(), parameters.apply("age")),
        state.isEmpty(),
        parameters.apply("waiting").filter("retry"::equals).isPresent());
  }

  private static <E extends Enum<E>> Optional<E> choice(E[] all, Optional<String> name) {
    return Arrays.stream(all).filter(each -> name.filter(each.name()::equals).isPresent()).findFirst();
  }

  /** Writes the parameters, in a fixed order. */
  public Map<String, String> parameters() {
    Map<String, String> written = new LinkedHashMap<>();
    process.ifPresent(name -> written.put("process", name));
    version.ifPresent(number -> written.put("version", number.toString()));
    state.ifPresent(one -> written.put("state", one.name()));
    stage.ifPresent(name -> written.put("stage", name));
    age.ifPresent(band -> written.put("age", band.name()));
    if (retrying) {
      written.put("waiting", "retry");
    }
    return written;
  }

  /** The same of another process, or of all. */
  public FlowFilter ofProcess(Optional<String> other, Optional<Integer> otherVersion) {
    return new FlowFilter(other, otherVersion, state, Optional.empty(), age, open, retrying);
  }

  /** The same in another state; without one: that have not ended. */
  public FlowFilter in(Optional<FlowState> other) {
    return new FlowFilter(process, version, other, stage, age, other.isEmpty(), retrying);
  }

  /** The same in another stage, or in any. */
  public FlowFilter at(Optional<String> other) {
    return new FlowFilter(process, version, state, other, age, open, retrying);
  }

  /** The same of another age, or of any. */
  public FlowFilter aged(Optional<AgeBand> other) {
    return new FlowFilter(process, version, state, stage, other, open, retrying);
  }

  /** Whether its flows are among those that a {@link FlowCensus} counts. */
  public boolean counted() {
    return !retrying && state.filter(FlowState.TABLE::isFinal).isEmpty();
  }
}
