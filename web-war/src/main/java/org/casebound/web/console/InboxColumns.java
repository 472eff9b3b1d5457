package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import org.casebound.fulfillment.preference.PreferenceName;

/** Which columns of the inbox the visitor wants to see, and whether an item beside the list. */
@Named
@RequestScoped
public class InboxColumns {
  private static final List<String> ALL = List.of("priority", "due", "state", "queue", "requester", "process", "age");

  @Inject private Preferences preferences;

  /** All columns but the first, which is always there, in the order of the table. */
  public List<String> getAll() {
    return ALL;
  }

  /** Those that are shown. */
  public List<String> getChosen() {
    return ALL.stream().filter(this::shown).toList();
  }

  /** Whether a column is shown; by default those that the item beside the list does not need to be read for. */
  public boolean shown(String column) {
    String chosen = preferences.of(PreferenceName.INBOX_COLUMNS, "priority,due,state,age");
    return Arrays.asList(chosen.split(",")).contains(column);
  }

  /** Whether an item is shown beside the list. */
  public boolean isPreview() {
    return preferences.of(PreferenceName.INBOX_PREVIEW, "on").equals("on");
  }
}
