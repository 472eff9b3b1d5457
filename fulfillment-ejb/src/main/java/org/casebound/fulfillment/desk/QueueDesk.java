package org.casebound.fulfillment.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.casebound.domain.definition.QueueDefinition;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.PeopleRepository;
import org.casebound.fulfillment.persistence.QueueUseRepository;
import org.casebound.fulfillment.persistence.QueueUseRepository.Work;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** The queues of the installation and the people that it has met. Who is in which group is kept by the server, which is not asked. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class QueueDesk {
  @Inject private QueueUseRepository uses;
  @Inject private PeopleRepository people;
  @Inject private ProcessCatalog catalog;

  /** The queues that active processes name, and those of open work besides, by label. */
  @RolesAllowed({Caller.LEAD, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public List<QueueLine> queues() {
    Map<String, Work> work = uses.openWork();
    Set<String> names = new TreeSet<>(work.keySet());
    catalog.queues().stream().map(QueueDefinition::name).forEach(names::add);
    Set<String> used = uses.used(new ArrayList<>(names));
    return names.stream()
        .map(name -> line(name, Optional.ofNullable(work.get(name)), used.contains(name)))
        .sorted(Comparator.comparing(QueueLine::label).thenComparing(QueueLine::name))
        .toList();
  }

  /**
   * People who have, or had, work, who chose how they want the console, or who stand in for others, by user name.
   *
   * @param cursor user name of the last person of the page before
   */
  @RolesAllowed({Caller.LEAD, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public Page<PersonLine> people(Optional<String> cursor, int size) {
    List<String> found = people.after(cursor.orElse(""), Cursor.size(size) + 1);
    Map<String, Long> open = people.open(found);
    List<PersonLine> lines = found.stream().map(name -> new PersonLine(name, open.getOrDefault(name, 0L))).toList();
    return Cursor.pageBy(lines, Cursor.size(size), PersonLine::name, line -> line);
  }

  private QueueLine line(String name, Optional<Work> work, boolean used) {
    List<QueueLine.Process> processes =
        catalog.active().stream()
            .filter(process -> process.bundle().queues().stream().anyMatch(queue -> queue.name().equals(name)))
            .map(process -> new QueueLine.Process(process.process().name(), process.process().label()))
            .toList();
    return new QueueLine(name, catalog.queueLabel(name), processes, work.map(Work::open).orElse(0L), work.map(Work::oldest), used);
  }
}
