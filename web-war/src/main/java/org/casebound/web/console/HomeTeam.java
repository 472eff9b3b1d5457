package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.casebound.fulfillment.desk.AgeBand;
import org.casebound.fulfillment.desk.CaseDesk;
import org.casebound.fulfillment.desk.CaseQuery;
import org.casebound.fulfillment.desk.EndedPromise;
import org.casebound.fulfillment.desk.InboxDesk;
import org.casebound.fulfillment.desk.PromiseKept;

/** The part of the start page for those who lead: depth and age of queues, load of people, promises kept. */
@Named
@RequestScoped
public class HomeTeam {
  private static final List<String> TONES = List.of("good", "info", "warn", "bad");

  @Inject private InboxDesk desk;
  @Inject private CaseDesk cases;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private HttpServletRequest request;

  private List<InboxDesk.Depth> depths = List.of();
  private List<InboxDesk.Load> loads = List.of();
  private Period period = Period.MONTH;
  private long kept;
  private long broken;
  private long late;

  void open() {
    period = Period.of(AddressParameters.of(request).apply("days"));
    notices
        .read(desk::depths)
        .ifPresent(
            found -> {
              depths = found;
              loads = desk.loads();
              kept = cases.count(CaseQuery.of(new EndedPromise(PromiseKept.KEPT, period.days()), 1));
              broken = cases.count(CaseQuery.of(new EndedPromise(PromiseKept.BROKEN, period.days()), 1));
              late = cases.count(CaseQuery.late(1));
            });
  }

  /** One queue: all of its open work, and how much of it has which age. */
  public record Queue(Facet all, List<Facet> ages) {}

  public List<Queue> getQueues() {
    return depths.stream()
        .map(
            depth ->
                new Queue(
                    new Facet(depth.label(), queue(depth).toString(), depth.total(), false),
                    IntStream.range(0, AgeBand.values().length)
                        .mapToObj(i -> new Facet(age(AgeBand.values()[i]), aged(depth, AgeBand.values()[i]), depth.ages().get(i), false))
                        .toList()))
        .toList();
  }

  private static Address queue(InboxDesk.Depth depth) {
    return Address.of("/inbox").with("queue", depth.queue());
  }

  private static String aged(InboxDesk.Depth depth, AgeBand band) {
    return queue(depth).with("age", band.name()).toString();
  }

  private String age(AgeBand band) {
    return texts.or("ops.age." + band, band.name());
  }

  /** The queues as a chart. */
  public String getQueueChart() {
    List<ChartJson.Series> series = new ArrayList<>();
    for (AgeBand band : AgeBand.values()) {
      int i = band.ordinal();
      series.add(
          new ChartJson.Series(
              age(band), TONES.get(i), depths.stream().map(depth -> depth.ages().get(i)).toList(), depths.stream().map(depth -> aged(depth, band)).toList()));
    }
    return ChartJson.bars(depths.stream().map(InboxDesk.Depth::label).toList(), series, true);
  }

  /** Ages, for the head of the table. */
  public List<String> getAges() {
    return Arrays.stream(AgeBand.values()).map(this::age).toList();
  }

  /** Who has how much. */
  public List<Facet> getLoads() {
    return loads.stream()
        .map(load -> new Facet(load.person(), Address.of("/inbox").with("assignee", load.person()).toString(), load.open(), false))
        .toList();
  }

  /** The load of people as a chart. */
  public String getLoadChart() {
    return ChartJson.bars(
        getLoads().stream().map(Facet::text).toList(),
        List.of(new ChartJson.Series(texts.of("home.load"), "accent", getLoads().stream().map(Facet::count).toList(), getLoads().stream().map(Facet::address).toList())),
        false);
  }

  /** Share of cases whose promised times were all kept, in words. */
  public String getKeptShare() {
    return kept + broken == 0 ? texts.of("home.promises.none", period.days()) : texts.of("home.promises.share", kept * 100 / (kept + broken), period.days());
  }

  public Facet getKept() {
    return ended(PromiseKept.KEPT, kept);
  }

  public Facet getBroken() {
    return ended(PromiseKept.BROKEN, broken);
  }

  private Facet ended(PromiseKept how, long count) {
    String list = Address.of("/cases").with("promise", how.name()).with("days", period.inAddress()).toString();
    return new Facet(texts.of("cases.promise." + how, period.days()), list, count, false);
  }

  /** Open cases with a promised time that is over. */
  public Facet getLate() {
    return new Facet(texts.of("cases.late"), Address.of("/cases").with("late", "true").toString(), late, false);
  }
}
