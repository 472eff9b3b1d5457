package org.casebound.fulfillment.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.cases.HistoryEntry.Subject;
import org.junit.jupiter.api.Test;

class HistoryBatchTest {
  private static final Instant NOW = Instant.parse("2026-11-26T07:00:00.000001Z");

  private final AtomicLong ids = new AtomicLong();
  private final HistoryBatch batch = new HistoryBatch();
  private final List<HistoryEntry> added = new ArrayList<>();

  @Test
  void writesOneRowForWhatAnActorChangedInACase() {
    add(1, "anna", Subject.CASE, "a \"reason\"");
    add(1, "anna", Subject.FLOW, "");
    add(1, "anna", Subject.STEP, "");
    List<HistoryRow> rows = batch.take();
    assertThat(rows).hasSize(1);
    assertThat(changesOf(rows)).isEqualTo(added);
    assertThat(rows.get(0).followedBy()).isEqualTo("[[1,\"FLOW\",\"name\",\"BEFORE\",\"AFTER\"],[2,\"STEP\",\"name\",\"BEFORE\",\"AFTER\"]]");
  }

  @Test
  void givesEachCaseRowsOfItsOwnWithTheOrderKept() {
    IntStream.range(0, 30).forEach(i -> add(i % 3, "system", Subject.STEP, "because of " + i));
    List<HistoryRow> rows = batch.take();
    assertThat(rows).extracting(HistoryRow::id).containsExactly(1L, 2L, 3L);
    assertThat(changesOf(rows)).containsExactlyInAnyOrderElementsOf(added);
    assertThat(rows.get(1).changes()).isEqualTo(added.stream().filter(change -> change.caseId() == 1).toList());
  }

  @Test
  void beginsARowForAnotherActorAndNeverAddsToAnEarlierOne() {
    add(1, "system", Subject.STEP, "");
    add(1, "anna", Subject.STEP, "");
    add(1, "system", Subject.STEP, "");
    assertThat(changesOf(batch.take())).isEqualTo(added);
    assertThat(ids).hasValue(3);
  }

  @Test
  void keepsWhatAnErasureTakesOutInColumns() {
    add(1, "anna", Subject.CASE, "");
    add(1, "anna", Subject.WORK_ITEM, "He said so");
    add(1, "anna", Subject.REQUEST, "");
    add(1, "system", Subject.REQUEST, "");
    List<HistoryRow> rows = batch.take();
    assertThat(rows).extracting(HistoryRow::first).isEqualTo(added);
    assertThat(rows).extracting(HistoryRow::followedBy).containsOnlyNulls();
  }

  @Test
  void beginsARowWhenTheLastOneIsFull() {
    IntStream.rangeClosed(0, HistoryBatch.MOST).forEach(i -> add(1, "system", Subject.STEP, "w".repeat(4000)));
    List<HistoryRow> rows = batch.take();
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).followedBy()).hasSizeLessThan(1_000_000);
    assertThat(changesOf(rows)).isEqualTo(added);
  }

  @Test
  void writesNothingTwice() {
    add(1, "system", Subject.STEP, "");
    assertThat(batch.take()).hasSize(1);
    add(1, "system", Subject.STEP, "");
    assertThat(batch.take()).extracting(HistoryRow::id).containsExactly(2L);
    assertThat(batch.take()).isEmpty();
  }

  private void add(long caseId, String actor, Subject subject, String why) {
    HistoryEntry change =
        new HistoryEntry(caseId, NOW.plusNanos(1000L * added.size()), actor, subject, "name", "BEFORE", "AFTER", why);
    added.add(change);
    batch.add(change, ids::incrementAndGet);
  }

  private static List<HistoryEntry> changesOf(List<HistoryRow> rows) {
    return rows.stream().flatMap(HistoryRow::changes).toList();
  }
}
