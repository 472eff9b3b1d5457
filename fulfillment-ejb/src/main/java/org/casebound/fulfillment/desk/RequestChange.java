package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.cases.Case;
import org.casebound.domain.catalog.ServiceCatalogRequest;
import org.casebound.domain.definition.AttributeCheck;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Values;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.engine.AttributeChanges;
import org.casebound.fulfillment.engine.CaseHistory;
import org.casebound.fulfillment.intake.RequestLimits;
import org.casebound.fulfillment.intake.RequestRefused.Problem;
import org.casebound.fulfillment.intake.RequestRefused;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Changes the values of a request and the fields of its case as a person wants, checked as at the intake. One line of history each. */
@Dependent
class RequestChange {
  @Inject private AttributeValidation validation;
  @Inject private ConditionalAttributes conditional;
  @Inject private ReferenceCheck references;
  @Inject private ProcessCatalog catalog;
  @Inject private CaseHistory history;
  @Inject private AttributeChanges changes;

  /**
   * @throws RequestRefused with every problem found; nothing is changed then
   */
  void apply(ServiceProcessDefinition process, Case worked, ServiceCatalogRequest request, RequestPatch patch, Caller caller, Instant now) {
    AttributeCheck check = validation.checkChanges("/attributes", catalog.offered(process.attributes()), patch.attributes());
    List<Problem> problems = new ArrayList<>();
    check.problems().forEach(p -> problems.add(new Problem(p.pointer(), p.code(), p.message())));
    references.check("/attributes", process.attributes(), check.values(), worked.id(), caller, problems);
    Map<String, Object> values = new LinkedHashMap<>(check.values());
    Set<String> cleared = new LinkedHashSet<>(check.cleared());
    for (AttributeDefinition attribute : process.attributes()) {
      if (cleared.contains(attribute.name())) {
        AttributeValidation.withoutValue(attribute).ifPresent(value -> values.put(attribute.name(), value));
      }
    }
    conditional.settle(process, worked, request, values, cleared, problems);
    String subject = patch.subject().or(() -> bound(process, "case.subject", values, cleared, process.label())).orElse(worked.subject()).strip();
    Priority priority =
        patch.priority()
            .or(() -> bound(process, "case.priority", values, cleared, Priority.MEDIUM.name()).map(Priority::valueOf))
            .orElse(worked.priority());
    RequestLimits.checkSubject(subject, problems);
    RequestLimits.checkSize(request.attributes().without(cleared).with(values).asMap(), problems);
    if (!problems.isEmpty()) {
      throw new RequestRefused(problems);
    }
    changeCase(worked, subject, priority, patch.reason(), caller.name(), now);
    changeRequest(process, worked, request, values, cleared, patch.reason(), caller.name(), now);
  }

  /** The value given for a base attribute, which is kept in the case; {@code nothing} when it was taken away. */
  private static Optional<String> bound(
      ServiceProcessDefinition process, String field, Map<String, Object> values, Set<String> cleared, String nothing) {
    return process.attributes().stream()
        .filter(attribute -> attribute.binding().filter(field::equals).isPresent())
        .map(AttributeDefinition::name)
        .findFirst()
        .flatMap(name -> cleared.remove(name) ? Optional.of(nothing) : Optional.ofNullable(values.remove(name)).map(String::valueOf));
  }

  private void changeCase(Case worked, String subject, Priority priority, String reason, String actor, Instant now) {
    if (!subject.equals(worked.subject())) {
      history.attribute(worked, actor, "subject", worked.subject(), subject, reason, now);
      worked.rename(subject);
    }
    if (priority != worked.priority()) {
      history.attribute(worked, actor, "priority", worked.priority().name(), priority.name(), reason, now);
      worked.prioritize(priority);
    }
  }

  private void changeRequest(
      ServiceProcessDefinition process,
      Case worked,
      ServiceCatalogRequest request,
      Map<String, Object> values,
      Set<String> cleared,
      String reason,
      String actor,
      Instant now) {
    Values before = request.attributes();
    Values after = before.without(cleared).with(values);
    changes.write(process.attributes(), worked, before, after, actor, reason, now);
    if (!before.equals(after)) {
      request.change(values, cleared);
    }
  }
}
