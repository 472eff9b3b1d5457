package org.casebound.fulfillment.desk;

import java.time.Duration;
import java.util.Optional;
import org.casebound.domain.cases.CaseStatus;

/**
 * Which cases to list, newest first.
 *
 * @param status only this status
 * @param queue only cases owned by this queue
 * @param owner only cases owned by this person
 * @param requester only cases of this requester
 * @param process only cases of this process
 * @param escalated only cases for which a rule asks for attention
 * @param late only open cases with a promised time that is over
 * @param openFor only open cases that were filed longer ago than this
 * @param promise only cases with promised times that ended so
 * @param cursor where the last page ended
 * @param size 1 to 100
 */
public record CaseQuery(
    Optional<CaseStatus> status,
    Optional<String> queue,
    Optional<String> owner,
    Optional<String> requester,
    Optional<String> process,
    boolean escalated,
    boolean late,
    Optional<Duration> openFor,
    Optional<EndedPromise> promise,
    Optional<String> cursor,
    int size) {
  /** Everything the caller may see. */
  public static CaseQuery all(int size) {
    return new CaseQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        size);
  }

  /** Every case with promised times that ended so. */
  public static CaseQuery of(EndedPromise promise, int size) {
    CaseQuery all = all(size);
    return new CaseQuery(
        all.status, all.queue, all.owner, all.requester, all.process, false, false, all.openFor, Optional.of(promise), all.cursor, size);
  }

  /** Every open case with a promised time that is over. */
  public static CaseQuery late(int size) {
    CaseQuery all = all(size);
    return new CaseQuery(
        all.status, all.queue, all.owner, all.requester, all.process, false, true, all.openFor, all.promise, all.cursor, size);
  }
}
