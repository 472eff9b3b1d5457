package org.casebound.fulfillment.archive;

import java.util.List;
import org.casebound.fulfillment.studio.BundleProblem;
import org.casebound.fulfillment.studio.BundleRefused;

/** What is wrong with an archive or with a file in it, said as of any bundle: with file, line and column. */
final class ArchiveProblems {
  private static final int MOST = 200;

  private ArchiveProblems() {}

  /** Something is wrong with a file as a whole. */
  static BundleProblem whole(String file, String message, String mend) {
    return new BundleProblem(file, 1, 1, "", message, mend);
  }

  /** Refuses for one reason. */
  static BundleRefused refused(String file, String message, String mend) {
    return new BundleRefused(List.of(whole(file, message, mend)));
  }

  /** @throws BundleRefused with the first {@value #MOST} problems, when there are any */
  static void refuseIfAny(List<BundleProblem> problems) {
    if (!problems.isEmpty()) {
      throw new BundleRefused(problems.subList(0, Math.min(problems.size(), MOST)));
    }
  }
}
