package org.casebound.fulfillment.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.Scenario;
import org.casebound.domain.definition.Scenario.End;
import org.casebound.domain.definition.Scenario.Result;
import org.casebound.domain.definition.Scenario.Target;
import org.casebound.fulfillment.simulation.SimulationReport.Asked;
import org.casebound.fulfillment.simulation.SimulationReport.Ending;

/**
 * The preprocessor of a story. The real one may read and write what the installation holds, so it is not asked: it changes or refuses
 * what the story says, and otherwise lets the request go on as it is.
 */
final class PreprocessorStub {
  private static final String NOT_ASKED = "It is not asked here; the request goes on as it is.";

  private final Story story;
  private final Agenda agenda;
  private final Minutes minutes;

  PreprocessorStub(Story story, Agenda agenda, Minutes minutes) {
    this.story = story;
    this.agenda = agenda;
    this.minutes = minutes;
  }

  /**
   * What comes of the request.
   *
   * @param values attribute values with which it goes on
   * @param refusal why it is refused; empty: it is not
   */
  record Preprocessed(Map<String, Object> values, Optional<Ending> refusal) {}

  Preprocessed process(String name, Map<String, Object> values) {
    int question =
        minutes.asked(
            new Asked(agenda.now(), "", "", "", Target.PREPROCESSOR, name, "", values, CallStub.OPEN, NOT_ASKED, Optional.empty()));
    Optional<Result> told = story.answer(Target.PREPROCESSOR, name).map(Scenario.Answer::result);
    told.ifPresent(result -> minutes.answered(question, result));
    if (told.orElse(null) instanceof Result.Refused refused) {
      return refused(values, refused.code(), refused.message());
    } else if (told.orElse(null) instanceof Result.Failed failed) {
      return refused(values, failed.code(), failed.message());
    }
    Map<String, Object> changed = new LinkedHashMap<>(values);
    if (told.orElse(null) instanceof Result.Done done) {
      changed.putAll(CallStub.map(done.reply()));
    }
    return new Preprocessed(changed, Optional.empty());
  }

  private static Preprocessed refused(Map<String, Object> values, String code, String message) {
    return new Preprocessed(values, Optional.of(new Ending(End.REFUSED, code, message)));
  }
}
