package org.casebound.fulfillment.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.domain.definition.AttributeCheck;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeValidation;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.shared.Priority;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.intake.RequestRefused.Problem;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Checks a request against its process: preprocessor, attributes, documents. */
@Dependent
class RequestCheck {
  @Inject private Instance<Preprocessor> preprocessors;
  @Inject private AttributeValidation validation;
  @Inject private DocumentCheck documents;
  @Inject private LookupCheck lookups;
  @Inject private ProcessCatalog catalog;

  /**
   * @param caller who files it
   * @throws RequestRefused with every problem found
   */
  CheckedRequest check(ServiceProcessDefinition process, ServiceRequest incoming, Caller caller) {
    ServiceRequest request = Attachments.named(process, preprocess(process, incoming));
    AttributeCheck attributes =
        validation.check("/attributes", catalog.offered(process.attributes()), request.attributes());
    List<Problem> problems = new ArrayList<>();
    attributes
        .problems()
        .forEach(p -> problems.add(new Problem(p.pointer(), p.code(), p.message())));
    lookups.check("/attributes", process.attributes(), attributes.values(), caller, problems);
    Attachments.check(process, request, attributes.values(), attributes.hidden(), problems);
    List<CheckedRequest.CheckedDocument> checked = documents.check(process, request.documents(), problems);
    checked.removeIf(document -> isHidden(process, attributes, document));
    Map<String, Object> extended = new LinkedHashMap<>(attributes.values());
    Optional<String> boundSubject = take(extended, process, "case.subject");
    Optional<String> boundPriority = take(extended, process, "case.priority");
    String subject = request.subject().or(() -> boundSubject).orElse(process.label()).strip();
    RequestLimits.checkSubject(subject, problems);
    RequestLimits.checkSize(extended, problems);
    if (!problems.isEmpty()) {
      throw new RequestRefused(problems);
    }
    return new CheckedRequest(
        subject, boundPriority.map(Priority::valueOf).orElse(Priority.MEDIUM), extended, checked);
  }

  /** Names of the attributes that are not there with what the request says so far. */
  Set<String> hidden(ServiceProcessDefinition process, ServiceRequest incoming) {
    Map<String, Object> values = Attachments.named(process, incoming).attributes();
    return validation.check("/attributes", process.attributes(), values).hidden();
  }

  /** A file for an attribute that is not there is not saved, either. */
  private static boolean isHidden(ServiceProcessDefinition process, AttributeCheck attributes, CheckedRequest.CheckedDocument document) {
    return attributes.hidden().contains(document.requirement())
        && process.attachment(document.requirement()).isPresent();
  }

  private ServiceRequest preprocess(ServiceProcessDefinition process, ServiceRequest request) {
    if (process.preprocessor().isEmpty()) {
      return request;
    }
    String name = process.preprocessor().get();
    Instance<Preprocessor> named = preprocessors.select(NamedLiteral.of(name));
    if (named.isUnsatisfied()) {
      throw new RequestRefused(
          List.of(
              new Problem(
                  "/process",
                  "INTAKE-003",
                  "The preprocessor '%s' of this process is not installed; ask the administrator.".formatted(name))));
    }
    return named.get().process(request, process);
  }

  /** A base attribute is kept in the case, not with the extended ones. */
  private static Optional<String> take(
      Map<String, Object> values, ServiceProcessDefinition process, String binding) {
    return process.attributes().stream()
        .filter(attribute -> attribute.binding().filter(binding::equals).isPresent())
        .map(AttributeDefinition::name)
        .findFirst()
        .map(values::remove)
        .map(String::valueOf);
  }
}
