package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.casebound.fulfillment.system.Grade;
import org.casebound.fulfillment.system.SystemDesk;
import org.casebound.fulfillment.system.SystemLine;

/** How the installation is, line by line, with what mends what is not good. */
@Named
@RequestScoped
public class SystemPage {
  @Inject private SystemDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;

  private List<SystemLine> lines = List.of();

  /** Looks at everything. */
  public void open() {
    notices.read(desk::report).ifPresent(report -> lines = report.lines());
  }

  public List<SystemLine> getLines() {
    return lines;
  }

  /** What the line is about. */
  public String part(SystemLine line) {
    return texts.of("system.part." + line.part());
  }

  /** What was found, and how to mend it when it is not good. */
  public String says(SystemLine line) {
    return texts.of("system.finding." + line.finding(), line.values().toArray());
  }

  /** The grade in a word. */
  public String word(Grade grade) {
    return texts.of("system.grade." + grade);
  }

  /** Tone of a grade's badge. */
  public String tone(Grade grade) {
    return switch (grade) {
      case GOOD -> "good";
      case ATTENTION -> "warn";
      case BAD -> "bad";
    };
  }

  /** Icon of a grade: colour is not its only sign. */
  public String icon(Grade grade) {
    return switch (grade) {
      case GOOD -> "pi-check";
      case ATTENTION -> "pi-exclamation-triangle";
      case BAD -> "pi-times";
    };
  }
}
