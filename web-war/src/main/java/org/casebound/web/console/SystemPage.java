package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.system.Grade;
import org.casebound.fulfillment.system.SettingInForce;
import org.casebound.fulfillment.system.SystemDesk;
import org.casebound.fulfillment.system.SystemLine;
import org.casebound.fulfillment.system.SystemReport;

/** How the installation is, line by line, with what mends what is not good, and the settings in force. */
@Named
@RequestScoped
public class SystemPage {
  @Inject private SystemDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;

  private Optional<SystemReport> report = Optional.empty();

  /** Looks at everything. */
  public void open() {
    report = notices.read(desk::report);
  }

  public List<SystemLine> getLines() {
    return report.map(SystemReport::lines).orElse(List.of());
  }

  public List<SettingInForce> getSettings() {
    return report.map(SystemReport::settings).orElse(List.of());
  }

  /** The node that answered, and how many lines are not good. */
  public String getSummary() {
    long bad = getLines().stream().filter(line -> line.grade() == Grade.BAD).count();
    long attention = getLines().stream().filter(line -> line.grade() == Grade.ATTENTION).count();
    return texts.of("system.summary", report.map(SystemReport::node).orElse(""), Long.toString(bad), Long.toString(attention));
  }

  /** What the line is about. */
  public String part(SystemLine line) {
    return texts.of("system.part." + line.part());
  }

  /** What was found, and how to mend it when it is not good. */
  public String says(SystemLine line) {
    return texts.of("system.finding." + line.finding(), line.values().toArray());
  }

  /** The value of a setting, or why there is none to show. */
  public String value(SettingInForce setting) {
    if (setting.hidden()) {
      return texts.of(setting.set() ? "system.setting.hidden" : "system.setting.unset");
    }
    return setting.value().orElseGet(() -> texts.of("system.setting.unset"));
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
