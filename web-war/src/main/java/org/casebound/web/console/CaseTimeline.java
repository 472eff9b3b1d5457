package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What happened to the case on the page, all of it or one kind; the address says which. */
@Named
@RequestScoped
public class CaseTimeline {
  @Inject private CasePage page;
  @Inject private Words words;
  @Inject private Texts texts;

  private Optional<List<TimelineEntry>> all = Optional.empty();

  /** The latest first. */
  public List<TimelineEntry> getEntries() {
    Optional<TimelineKind> kind = TimelineKind.named(page.timeline());
    return all().stream().filter(entry -> kind.isEmpty() || kind.get() == entry.kind()).toList();
  }

  /** The kinds, first the one that is all of them. Those without any event are left out, unless one is shown. */
  public List<Facet> getKinds() {
    Optional<TimelineKind> shown = TimelineKind.named(page.timeline());
    List<Facet> kinds = new ArrayList<>();
    kinds.add(new Facet(texts.of("timeline.all"), page.address("").place("timeline").toString(), all().size(), shown.isEmpty()));
    Arrays.stream(TimelineKind.values())
        .map(kind -> new Facet(texts.of("timeline." + kind), page.address(kind.inAddress()).place("timeline").toString(), count(kind), shown.filter(kind::equals).isPresent()))
        .filter(Facet::isShown)
        .forEach(kinds::add);
    return kinds;
  }

  private long count(TimelineKind kind) {
    return all().stream().filter(entry -> entry.kind() == kind).count();
  }

  private List<TimelineEntry> all() {
    if (all.isEmpty()) {
      all = Optional.of(TimelineEntry.of(page.getView(), words, texts));
    }
    return all.get();
  }
}
