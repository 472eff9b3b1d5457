package org.casebound.fulfillment.desk;

import java.util.List;
import org.casebound.domain.shared.Sensitivity;
import org.casebound.domain.workitem.WorkItemState;

/**
 * Whether somebody may see a case, why, and what he may do with it.
 *
 * @param number of the case
 * @param user whose sight it is
 * @param roles roles and groups that he was taken to have
 * @param reader whether one of them lets him ask for cases at all
 * @param seen whether he sees it
 * @param grounds every ground on which he sees it; empty when he does not
 * @param masked attributes whose values he does not see, in the order of the process
 * @param acts what he may do with it now
 * @param work the open work items of the case that he sees
 */
public record SightView(
    String number,
    String user,
    List<String> roles,
    boolean reader,
    boolean seen,
    List<SightGround> grounds,
    List<Masked> masked,
    List<SightAct> acts,
    List<Work> work) {

  /**
   * An attribute whose value is hidden.
   *
   * @param sensitivity why: {@code INTERNAL} from the requester, {@code PERSONAL} from those who do not work on cases, {@code SECRET} from all
   */
  public record Masked(String name, String label, Sensitivity sensitivity) {}

  /**
   * An open work item.
   *
   * @param mayWork whether he may claim or complete it now
   */
  public record Work(long id, String step, String label, String queue, WorkItemState state, boolean mayWork) {}
}
