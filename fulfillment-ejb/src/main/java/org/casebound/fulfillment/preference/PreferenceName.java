package org.casebound.fulfillment.preference;

import java.util.regex.Pattern;

/** What a person may choose, with the text that a choice may be. */
public enum PreferenceName {
  /** Colours of the console; by default as the reader's system has it. */
  THEME("light|dark|system", "light, dark or system"),
  /** Height of the rows of lists; by default comfortable. */
  DENSITY("comfortable|compact", "comfortable or compact"),
  /** Language of the console; by default what the browser asks for. */
  LANGUAGE("auto|en|de|fr|es", "auto, en, de, fr or es"),
  /** Whether single letters are keys; by default they are. */
  KEYS("on|off", "on or off"),
  /** Columns of the inbox, by name, in the order of the table. */
  INBOX_COLUMNS("[a-z]{1,20}(,[a-z]{1,20}){0,19}", "names of columns with commas between them"),
  /** Whether the inbox shows an item beside the list; by default it does. */
  INBOX_PREVIEW("on|off", "on or off"),
  /** Panels at the top of the start page, by name, the first one first; "none" by default. */
  HOME_PINS("[a-z]{1,20}(,[a-z]{1,20}){0,19}", "names of panels with commas between them");

  private final Pattern form;
  private final String meaning;

  PreferenceName(String form, String meaning) {
    this.form = Pattern.compile(form);
    this.meaning = meaning;
  }

  boolean accepts(String setting) {
    return form.matcher(setting).matches();
  }

  /** What a setting may be, in words. */
  String meaning() {
    return meaning;
  }
}
