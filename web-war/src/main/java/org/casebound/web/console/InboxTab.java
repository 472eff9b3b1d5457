package org.casebound.web.console;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.casebound.fulfillment.desk.InboxFilter;
import org.casebound.fulfillment.desk.InboxQuery;
import org.casebound.fulfillment.desk.InboxSort;
import org.casebound.fulfillment.desk.InboxView;
import org.casebound.fulfillment.desk.SavedViewDesk.Saved;

/** A view beside the list: where it leads, how much is in it, and whether it is the one that is shown. */
public record InboxTab(InboxView view, String icon, String address, long count, boolean current) {
  /** The same for a saved view. */
  public record SavedTab(Saved saved, String address, long count, boolean current) {}

  static List<InboxTab> of(InboxQuery shown, Map<InboxView, Long> counts) {
    return Arrays.stream(InboxView.values())
        .map(
            view ->
                new InboxTab(
                    view,
                    icon(view),
                    InboxAddress.of(new InboxQuery(view, InboxFilter.NONE, InboxSort.URGENT)).toString(),
                    counts.getOrDefault(view, 0L),
                    view == shown.view()))
        .filter(tab -> tab.view() != InboxView.STRANDED || tab.count() > 0 || tab.current())
        .toList();
  }

  static List<SavedTab> of(InboxQuery shown, List<Saved> saved, List<Long> counts) {
    return IntStream.range(0, saved.size())
        .mapToObj(
            i -> {
              InboxQuery query = InboxAddress.parse(saved.get(i).query());
              return new SavedTab(saved.get(i), InboxAddress.of(query).toString(), i < counts.size() ? counts.get(i) : 0, query.equals(shown));
            })
        .toList();
  }

  private static String icon(InboxView view) {
    return switch (view) {
      case MINE -> "pi-user";
      case QUEUES -> "pi-users";
      case FREE -> "pi-circle";
      case BREACHING -> "pi-exclamation-triangle";
      case WAITING -> "pi-pause-circle";
      case STRANDED -> "pi-ban";
      case DONE -> "pi-check";
    };
  }
}
