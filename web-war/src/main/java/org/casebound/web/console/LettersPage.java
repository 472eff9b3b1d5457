package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.deadletter.DeadLetterDesk;
import org.casebound.fulfillment.deadletter.DeadLetters;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** What the broker behind a connector could bring to nobody: operators send it back or throw it away. */
@Named
@ViewScoped
public class LettersPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 50;

  @Inject private DeadLetterDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private String connector = "";
  private String chosen = "";
  private String reason = "";
  private String letterProblem = "";
  private String reasonProblem = "";
  private transient Optional<DeadLetters> letters = Optional.empty();

  /** Asks the broker. */
  public void open() {
    connector = path == null ? "" : path;
    read();
  }

  private void read() {
    letters = notices.ask(() -> desk.look(connector, SHOWN));
  }

  /** Puts the chosen letter back into the queue that it came from. */
  public void sendBack() {
    command(() -> desk.sendBack(connector, chosen, reason), "letters.sentBack");
  }

  /** Throws the chosen letter away. */
  public void discard() {
    command(() -> desk.discard(connector, chosen, reason), "letters.discarded");
  }

  private void command(Runnable command, String said) {
    chosen = Faces.getRequestParameterMap().getOrDefault("letter", "");
    letterProblem = chosen.isEmpty() ? texts.of("letters.choose") : "";
    reasonProblem = reason.isBlank() ? texts.of("steer.reasonMissing") : "";
    if (letterProblem.isEmpty() && reasonProblem.isEmpty() && done(command)) {
      notices.success(texts.of(said));
      Address.of("/integrations/letters/" + connector).go();
    } else {
      read();
    }
  }

  /** A letter that somebody else has decided on is no reason for an error page. */
  private boolean done(Runnable command) {
    try {
      return notices.runs(command);
    } catch (UnknownRecord gone) {
      notices.problem(texts.of("letters.gone"));
      return false;
    }
  }

  /** Whether the broker answered. */
  public boolean isAnswered() {
    return letters.isPresent();
  }

  public List<DeadLetters.Letter> getItems() {
    return letters.map(DeadLetters::items).orElse(List.of());
  }

  /** How many there are, also those that are not shown. */
  public long getCount() {
    return letters.map(DeadLetters::count).orElse(0L);
  }

  /** The structure of a letter, as people read JSON. */
  public String json(Map<String, Object> content) {
    return JsonText.of(content);
  }

  public String getConnector() {
    return connector;
  }

  /** Id of the letter that was chosen last. */
  public String getChosen() {
    return chosen;
  }

  public String getLetterProblem() {
    return letterProblem;
  }

  public String getReasonProblem() {
    return reasonProblem;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(@Nullable String reason) {
    this.reason = reason == null ? "" : reason;
  }
}
