package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** The panels of the start page as tables: what they show, read as they read it. */
@RequestScoped
public class HomeTables {
  @Inject private HomeWork work;
  @Inject private HomeTeam team;
  @Inject private HomeOps ops;
  @Inject private HomeProcesses processes;
  @Inject private Texts texts;

  /** The lines of a panel that is for the visitor; the first one says what stands in the others. */
  Stream<Stream<String>> of(HomePanel panel) {
    switch (panel) {
      case WORK -> work.open();
      case DEPTH, LOAD -> team.open();
      case PROMISES -> {
        work.open();
        team.open();
      }
      case OPS, CAUSES, CONNECTORS -> ops.open();
      case TIMES -> processes.open();
    }
    return switch (panel) {
      case WORK -> counts("home.figure", "home.count", work.getFigures());
      case DEPTH -> queues();
      case LOAD -> counts("item.assignee", "inbox.items", team.getLoads());
      case PROMISES -> counts("home.figure", "home.count", List.of(team.getKept(), team.getBroken(), team.getLate(), work.getStranded()));
      case OPS -> counts("home.figure", "home.count", ops.getFigures());
      case CAUSES -> counts("home.cause", "ops.incidents", ops.getCauses());
      case CONNECTORS -> connectors();
      case TIMES -> times();
    };
  }

  private Stream<Stream<String>> counts(String what, String number, List<Facet> facets) {
    return Stream.concat(
        Stream.of(Stream.of(texts.of(what), texts.of(number))), facets.stream().map(facet -> Stream.of(facet.text(), String.valueOf(facet.count()))));
  }

  private Stream<Stream<String>> queues() {
    Stream<String> headings = Stream.concat(Stream.of(texts.of("item.queue")), Stream.concat(team.getAges().stream(), Stream.of(texts.of("home.total"))));
    return Stream.concat(
        Stream.of(headings),
        team.getQueues().stream()
            .map(queue -> Stream.concat(Stream.of(queue.all().text()), Stream.concat(queue.ages().stream(), Stream.of(queue.all())).map(Facet::count).map(String::valueOf))));
  }

  private Stream<Stream<String>> connectors() {
    return Stream.concat(
        Stream.of(Stream.of("incidents.connector", "item.state", "home.parked", "ops.incidents").map(texts::of)),
        ops.getConnectors().stream()
            .map(
                each ->
                    Stream.of(
                        each.view().name(),
                        texts.of("circuit." + each.view().state()),
                        String.valueOf(each.view().parked()),
                        String.valueOf(each.incidents().count()))));
  }

  private Stream<Stream<String>> times() {
    String minutes = ", " + texts.of("home.minutes");
    return Stream.concat(
        Stream.of(
            Stream.of(texts.of("ops.stage"), texts.of("home.times.count"), texts.of("home.times.median") + minutes, texts.of("home.times.most") + minutes)),
        processes.getLines().stream()
            .map(
                line ->
                    Stream.of(
                        line.label(),
                        String.valueOf(line.count()),
                        String.valueOf(HomeProcesses.minutes(line.median())),
                        String.valueOf(HomeProcesses.minutes(line.most())))));
  }
}
