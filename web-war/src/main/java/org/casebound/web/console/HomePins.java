package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.casebound.fulfillment.preference.PreferenceName;

/** In which order the visitor has the panels of the start page: first those that he pinned, then the others as they come. Nothing is hidden. */
@Named
@RequestScoped
public class HomePins {
  /** What was opened last: no panel with numbers; it stays behind what the visitor has to do. */
  private static final String RECENT = "recent";
  private static final List<List<String>> ROWS =
      List.of(List.of("work"), List.of(RECENT), List.of("depth", "load"), List.of("promises"), List.of("ops"), List.of("causes", "connectors"), List.of("times"));
  private static final String NONE = "none";

  @Inject private Preferences preferences;
  @Inject private Visitor visitor;

  /** The panels that the visitor may see; those of a row stand side by side where there is room. */
  public List<List<String>> getRows() {
    List<String> pinned = pinned();
    Stream<List<String>> others = ROWS.stream().map(row -> row.stream().filter(panel -> !pinned.contains(panel) && isFor(panel)).toList());
    return Stream.concat(pinned.stream().map(List::of), others.filter(row -> !row.isEmpty())).toList();
  }

  /** Whether the panel is one of those at the top. */
  public boolean pinned(String panel) {
    return pinned().contains(panel);
  }

  /** Whether the panel can go up among those at the top. */
  public boolean mayRise(String panel) {
    return pinned().indexOf(panel) > 0;
  }

  /** What is pinned once this panel is, as the last of them, or is not any more. */
  public String switched(String panel) {
    List<String> pinned = new ArrayList<>(pinned());
    if (!pinned.remove(panel)) {
      pinned.add(panel);
    }
    return pinned.isEmpty() ? NONE : String.join(",", pinned);
  }

  /** What is pinned once this panel is one place higher. */
  public String risen(String panel) {
    List<String> pinned = new ArrayList<>(pinned());
    int place = pinned.indexOf(panel);
    pinned.remove(place);
    pinned.add(place - 1, panel);
    return String.join(",", pinned);
  }

  private List<String> pinned() {
    return Arrays.stream(preferences.of(PreferenceName.HOME_PINS, NONE).split(",")).distinct().filter(this::canBePinned).toList();
  }

  private boolean canBePinned(String panel) {
    return HomePanel.called(panel).filter(known -> known.isFor(visitor)).isPresent();
  }

  private boolean isFor(String part) {
    return part.equals(RECENT) ? visitor.isAgent() : canBePinned(part);
  }
}
