package org.casebound.fulfillment.archive;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.casebound.fulfillment.library.ImportPlan;
import org.casebound.fulfillment.library.ImportPlan.Binding;
import org.casebound.fulfillment.library.ImportPlan.Change;
import org.casebound.fulfillment.library.MissingQueues;
import org.casebound.fulfillment.library.ProcessLibrary;
import org.casebound.fulfillment.studio.BundleProblem;
import org.casebound.fulfillment.studio.BundleRefused;
import org.casebound.fulfillment.studio.NameMapping;

/** Finds out what an import would do. An archive comes from elsewhere, so a queue that is not here is missing unless it is to be new. */
@Dependent
class ArchivePlanning {
  @Inject private ProcessLibrary library;

  /**
   * The plan.
   *
   * @param bundles with the names of this installation
   * @throws BundleRefused with every problem in any of the files
   */
  ArchivePlan plan(ArchiveTrust trust, List<ArchivedBundle> bundles, NameMapping mapping) {
    List<ImportPlan> plans = new ArrayList<>();
    List<BundleProblem> problems = new ArrayList<>();
    for (ArchivedBundle bundle : bundles) {
      try {
        plans.add(strict(named(bundle, library.plan(bundle.path(), bundle.text())), mapping.newQueues()));
      } catch (BundleRefused refused) {
        problems.addAll(refused.problems());
      }
    }
    ArchiveProblems.refuseIfAny(problems);
    Set<String> always = new LinkedHashSet<>();
    if (!trust.accepted()) {
      always.add(trust.sentence());
    }
    plans.stream().filter(plan -> plan.change() == Change.CONFLICT).map(ArchivePlanning::conflict).forEach(always::add);
    Set<String> obstacles = new LinkedHashSet<>(always);
    plans.stream()
        .filter(plan -> plan.change() != Change.SAME)
        .flatMap(plan -> plan.bindings().stream())
        .filter(MissingQueues::isMissing)
        .map(Binding::message)
        .forEach(obstacles::add);
    return new ArchivePlan(trust, trust.sentence(), plans, List.copyOf(obstacles), List.copyOf(always));
  }

  /** A file that says another process or version than its path would be reported under a wrong name. */
  private static ImportPlan named(ArchivedBundle bundle, ImportPlan plan) {
    if (!plan.process().equals(bundle.name()) || plan.version() != bundle.version()) {
      throw ArchiveProblems.refused(
          bundle.path(),
          "The file is about version %d of process '%s'.".formatted(plan.version(), plan.process()),
          "Take the archive as it was exported.");
    }
    return plan;
  }

  private static ImportPlan strict(ImportPlan plan, Set<String> newQueues) {
    return plan.withBindings(plan.bindings().stream().map(binding -> MissingQueues.strict(binding, newQueues)).toList());
  }

  private static String conflict(ImportPlan plan) {
    return "Version %d of process '%s' is here with another content, and a published version never changes; give it a higher version where it comes from."
        .formatted(plan.version(), plan.process());
  }
}
