package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebound.fulfillment.desk.MessageTrail;
import org.casebound.fulfillment.desk.TrailDesk;
import org.jspecify.annotations.Nullable;

/** What was said between the system and back offices about what the visitor names; the address keeps the name. */
@Named
@RequestScoped
public class TrailPage {
  /** Longest name, in characters: as long as keys, references and ids of messages are. */
  private static final int LONGEST = 255;

  @Inject private TrailDesk desk;

  private String name = "";
  private MessageTrail trail = new MessageTrail(List.of(), false, true);

  /** Looks for it. */
  public void open() {
    if (!name.isEmpty()) {
      trail = desk.of(name);
    }
  }

  public MessageTrail getTrail() {
    return trail;
  }

  /** What a message says, as people read JSON; empty text when it is not kept. */
  public String content(MessageTrail.Message message) {
    return message.content().map(JsonText::of).orElse("");
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String given) {
    String text = given == null ? "" : given.strip();
    name = text.substring(0, Math.min(LONGEST, text.length()));
  }

  public int getLongest() {
    return LONGEST;
  }
}
