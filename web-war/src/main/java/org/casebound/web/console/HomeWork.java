package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.fulfillment.desk.InboxDesk;
import org.casebound.fulfillment.desk.InboxDesk.Tally;
import org.casebound.fulfillment.desk.InboxFilter;
import org.casebound.fulfillment.desk.InboxQuery;
import org.casebound.fulfillment.desk.InboxSort;
import org.casebound.fulfillment.desk.InboxView;

/** The part of the start page for those who work items: how much there is. Each figure is the length of the list that it leads to. */
@Named
@RequestScoped
public class HomeWork {
  @Inject private InboxDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private VisitorZone zone;
  @Inject private HttpServletRequest request;

  private InboxQuery dueToday = InboxQuery.of(name -> Optional.empty());
  private InboxQuery doneToday = dueToday;
  private InboxQuery doneLately = dueToday;
  private Period period = Period.MONTH;
  private Tally tally = new Tally(Map.of(), List.of(0L, 0L, 0L));

  void open() {
    dueToday = list(InboxView.MINE, Optional.of(zone.dayEnds()), Optional.empty(), InboxSort.DUE);
    doneToday = done(1);
    period = Period.of(AddressParameters.of(request).apply("days"));
    doneLately = done(period.days());
    notices.read(() -> desk.tally(List.of(dueToday, doneToday, doneLately))).ifPresent(counted -> tally = counted);
  }

  /** What was done in so many last days, today among them. */
  private InboxQuery done(int days) {
    return list(InboxView.DONE, Optional.empty(), Optional.of(zone.dayBegan(days - 1)), InboxSort.URGENT);
  }

  private static InboxQuery list(InboxView view, Optional<Instant> dueBefore, Optional<Instant> doneSince, InboxSort sort) {
    InboxFilter all = InboxFilter.NONE;
    return new InboxQuery(
        view,
        new InboxFilter(
            all.queue(), all.process(), all.step(), all.priority(), all.assignee(), all.requester(), all.words(), dueBefore, doneSince, all.age()),
        sort);
  }

  /** The figures. */
  public List<Facet> getFigures() {
    return List.of(
        of(InboxView.MINE, "home.mine"),
        new Facet(texts.of("home.dueToday"), InboxAddress.of(dueToday).toString(), tally.lists().get(0), false),
        of(InboxView.BREACHING, "view.BREACHING"),
        of(InboxView.WAITING, "view.WAITING"),
        of(InboxView.FREE, "view.FREE"),
        new Facet(texts.of("home.doneToday"), InboxAddress.of(doneToday).toString(), tally.lists().get(1), false),
        new Facet(texts.of("home.doneLately", period.days()), InboxAddress.of(doneLately).toString(), tally.lists().get(2), false));
  }

  private Facet of(InboxView view, String text) {
    return new Facet(texts.or(text, text), view(view), tally.views().getOrDefault(view, 0L), false);
  }

  private static String view(InboxView view) {
    return InboxAddress.of(new InboxQuery(view, InboxFilter.NONE, InboxSort.URGENT)).toString();
  }

  /** Work that nobody can take. */
  public Facet getStranded() {
    return of(InboxView.STRANDED, "home.stranded");
  }
}
