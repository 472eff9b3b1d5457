package org.casebound.web.console;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import org.casebound.fulfillment.library.ImportPlan.Binding.Kind;

/** A name in an archive, and what it is called here. */
public final class NameRow implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final String name;
  private String here;
  private boolean fresh;

  NameRow(Kind kind, String name) {
    this.kind = kind;
    this.name = name;
    this.here = name;
  }

  /** The mapping as the API takes it; empty when there is nothing to say. */
  Optional<String> line() {
    String target = here.strip();
    boolean renamed = !target.isEmpty() && !target.equals(name);
    return renamed || fresh ? Optional.of(prefix() + name + "=" + (renamed ? target : name)) : Optional.empty();
  }

  /** What says that the queue with its name here is to be new; empty when it is not. */
  Optional<String> newQueue() {
    String target = here.strip().isEmpty() ? name : here.strip();
    return fresh && kind == Kind.QUEUE ? Optional.of(prefix() + target + "=" + target) : Optional.empty();
  }

  private String prefix() {
    return kind.name().toLowerCase(Locale.ROOT) + ":";
  }

  public Kind getKind() {
    return kind;
  }

  public String getName() {
    return name;
  }

  public boolean isQueue() {
    return kind == Kind.QUEUE;
  }

  public String getHere() {
    return here;
  }

  public void setHere(String here) {
    this.here = here;
  }

  /** Whether the queue is to be new here. */
  public boolean isFresh() {
    return fresh;
  }

  public void setFresh(boolean fresh) {
    this.fresh = fresh;
  }
}
