package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.desk.PersonLine;
import org.casebound.fulfillment.desk.QueueDesk;
import org.casebound.fulfillment.desk.QueueLine;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** Queues with the work that waits in them, and the people whom the installation has met. */
@Named
@RequestScoped
public class QueuesPage {
  static final String PATH = "/admin/queues";
  private static final int SIZE = 25;

  @Inject private QueueDesk desk;
  @Inject private Notices notices;
  @Inject @Param(name = "after") private @Nullable String after;

  private @Nullable List<QueueLine> queues;
  private @Nullable Page<PersonLine> people;

  /** Reads queues and people, before the page is written. */
  public void open() {
    getQueues();
    getPeople();
  }

  public List<QueueLine> getQueues() {
    if (queues == null) {
      queues = notices.read(desk::queues).orElse(List.of());
    }
    return queues;
  }

  /** Those that an active process names. */
  public List<QueueLine> getNamed() {
    return getQueues().stream().filter(queue -> !queue.processes().isEmpty()).toList();
  }

  /** The active processes that name a queue. */
  public List<QueueLine.Process> getProcesses() {
    return getQueues().stream().flatMap(queue -> queue.processes().stream()).distinct().sorted(Comparator.comparing(QueueLine.Process::label)).toList();
  }

  public List<PersonLine> getPeople() {
    return read().items();
  }

  private Page<PersonLine> read() {
    if (people == null) {
      people = notices.read(() -> desk.people(name(), SIZE)).orElse(new Page<>(List.of(), Optional.empty()));
    }
    return people;
  }

  private Optional<String> name() {
    return Optional.ofNullable(after).filter(text -> !text.isBlank());
  }

  /** Address of the next page of people; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return read().next().map(next -> Address.of(PATH).with("after", next).place("people").toString()).orElse(null);
  }

  /** Address of the first page of people; nothing on it. */
  public @Nullable String getFirstAddress() {
    return name().map(seen -> Address.of(PATH).place("people").toString()).orElse(null);
  }
}
