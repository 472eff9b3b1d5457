package org.casebound.domain.workitem;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * One person stands in for another for a time: he sees the other's work items and may work them on the other's behalf. It is not
 * handed on: a substitute's substitute does not inherit it.
 */
@Entity
@Table(name = "substitution")
public class Substitution {
  @Id private long id;

  @Column(name = "absent_user", updatable = false)
  private String absent;

  @Column(name = "substitute_user", updatable = false)
  private String substitute;

  @Column(name = "active_from", updatable = false)
  private Instant from;

  @Column(name = "active_until")
  private Instant until;

  @Column(updatable = false)
  private @Nullable String queue;

  @Column(name = "process_name", updatable = false)
  private @Nullable String process;

  @Column(name = "created_by", updatable = false)
  private String createdBy;

  @SuppressWarnings("NullAway.Init")
  protected Substitution() {}

  /**
   * @param from first instant at which it holds
   * @param until first instant at which it does not hold any more, after {@code from}
   * @param queue only items of this queue; null: of all
   * @param process only items of this process; null: of all
   * @throws RuleViolation SUB-001 when a person would stand in for himself, SUB-003 when it would end before it begins
   */
  public Substitution(
      long id,
      String absent,
      String substitute,
      Instant from,
      Instant until,
      @Nullable String queue,
      @Nullable String process,
      String createdBy) {
    if (absent.equals(substitute)) {
      throw new RuleViolation("SUB-001", "%s can not stand in for himself: name another person.".formatted(absent));
    }
    if (!from.isBefore(until)) {
      throw new RuleViolation("SUB-003", "The substitution ends at %s, before it begins at %s.".formatted(until, from));
    }
    this.id = id;
    this.absent = absent;
    this.substitute = substitute;
    this.from = from;
    this.until = until;
    this.queue = queue;
    this.process = process;
    this.createdBy = createdBy;
  }

  /**
   * Checks that nobody would stand in for himself by way of others while it holds.
   *
   * @param others all substitutions that hold at some time while this one holds
   * @throws RuleViolation SUB-002 when somebody would
   */
  public void requireNoCircle(Collection<Substitution> others) {
    if (leadsTo(substitute, from, until, others)) {
      throw new RuleViolation(
          "SUB-002", "%s can not stand in for %s: at that time %s is substituted, directly or by others, by %s.".formatted(substitute, absent, substitute, absent));
    }
  }

  /** Follows the chain of substitutes; each link narrows the time, and none is longer than there are others. */
  private boolean leadsTo(String person, Instant begin, Instant end, Collection<Substitution> others) {
    if (person.equals(absent)) {
      return true;
    }
    return others.stream()
        .filter(link -> link.absent.equals(person) && link.from.isBefore(end) && begin.isBefore(link.until))
        .anyMatch(
            link ->
                leadsTo(
                    link.substitute,
                    link.from.isAfter(begin) ? link.from : begin,
                    link.until.isBefore(end) ? link.until : end,
                    others.stream().filter(other -> other != link).toList()));
  }

  /**
   * It does not hold any more.
   *
   * @return whether it has ever held; one that has not leaves no trace worth keeping
   */
  public boolean end(Instant now) {
    if (now.isBefore(until)) {
      until = now;
    }
    return from.isBefore(now);
  }

  /** Whether it holds for an item at this time: the absent person has it or it is offered to him alone. */
  public boolean covers(WorkItem item, Instant now) {
    return !now.isBefore(from)
        && now.isBefore(until)
        && item.assignee().filter(absent::equals).isPresent()
        && (queue == null || queue.equals(item.queue()))
        && (process == null || process.equals(item.processName()));
  }

  public long id() {
    return id;
  }

  public String absent() {
    return absent;
  }

  public String substitute() {
    return substitute;
  }

  public Instant from() {
    return from;
  }

  public Instant until() {
    return until;
  }

  public Optional<String> queue() {
    return Optional.ofNullable(queue);
  }

  public Optional<String> process() {
    return Optional.ofNullable(process);
  }

  public String createdBy() {
    return createdBy;
  }
}
