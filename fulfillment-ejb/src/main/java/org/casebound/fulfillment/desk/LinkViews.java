package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.casebound.domain.cases.Case;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.CaseLinkRepository;
import org.casebound.fulfillment.persistence.CaseLinkRepository.Linked;
import org.casebound.fulfillment.persistence.CaseListRepository.Visible;

/** The links of a case for one caller: those with cases that he may see. Whoever only asked for a service reads none. */
@Dependent
class LinkViews {
  @Inject private CaseLinkRepository links;
  @Inject private Visibility visibility;

  /**
   * What a caller sees of the links that a case has and had.
   *
   * @param links those that it has, the oldest case first
   * @param numbers of the cases that he may see
   */
  record Seen(List<LinkView> links, Set<String> numbers) {
    static final Seen NOTHING = new Seen(List.of(), Set.of());
  }

  static boolean reads(Caller caller) {
    return caller.works() || caller.seesEverything();
  }

  /** They are not looked for when the history knows of none. */
  Seen of(Case seen, Caller caller, List<HistoryEntry> past) {
    Set<Long> others =
        past.stream()
            .filter(entry -> entry.subject() == HistoryEntry.Subject.LINK)
            .flatMap(entry -> CaseNumber.parse(entry.name()).stream())
            .map(CaseNumber::id)
            .collect(Collectors.toSet());
    if (others.isEmpty() || !reads(caller)) {
      return Seen.NOTHING;
    }
    List<Linked> found = links.linked(seen.number(), others, new Visible(caller.seesEverything(), visibility.queuesOf(caller), caller.name()));
    return new Seen(
        found.stream().flatMap(each -> each.link().map(link -> LinkView.of(seen, each.other(), link)).stream()).toList(),
        found.stream().map(each -> each.other().number().toString()).collect(Collectors.toSet()));
  }
}
