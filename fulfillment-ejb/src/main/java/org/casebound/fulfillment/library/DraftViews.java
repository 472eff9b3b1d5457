package org.casebound.fulfillment.library;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.casebound.domain.definition.ProcessDraft;
import org.casebound.fulfillment.studio.BundleProblem;
import org.casebound.fulfillment.studio.BundleReader;
import org.casebound.fulfillment.studio.BundleRefused;

/** Shows drafts with what is wrong in them. */
@Dependent
class DraftViews {
  @Inject private BundleReader reader;

  DraftView view(ProcessDraft draft) {
    DraftView.Review review =
        new DraftView.Review(draft.authors(), draft.handedInBy(), draft.handedInAt(), draft.returnedBy(), draft.returnReason());
    return new DraftView(draft.name(), draft.text(), draft.version(), draft.updatedBy(), draft.updatedAt(), problems(draft), review);
  }

  /** What is wrong in it; none when it can be published. */
  List<BundleProblem> problems(ProcessDraft draft) {
    try {
      reader.read(draft.name() + ".yaml", draft.text());
      return List.of();
    } catch (BundleRefused refused) {
      return refused.problems();
    }
  }
}
