package org.casebound.fulfillment.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.casebound.domain.catalog.Document;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.intake.Attachments;
import org.casebound.fulfillment.intake.LookupCheck;
import org.casebound.fulfillment.intake.RequestRefused.Problem;
import org.casebound.fulfillment.persistence.CaseRepository;

/** Checks what new values of a filed request refer to. Reads the documents of the case only if an Attachment changes. */
@Dependent
class ReferenceCheck {
  @Inject private CaseRepository cases;
  @Inject private LookupCheck lookups;

  /**
   * Adds ATTR-010 for each Lookup whose case the caller does not see, and ATTR-011 for each name that is no file of the case.
   *
   * @param base JSON pointer of the values
   * @param values typed values by attribute name
   */
  void check(
      String base, List<AttributeDefinition> attributes, Map<String, Object> values, long caseId, Caller caller, List<Problem> problems) {
    lookups.check(base, attributes, values, caller, problems);
    Attachments.check(base, attributes, values, document -> files(caseId, document), problems);
  }

  private List<String> files(long caseId, String document) {
    return cases.documentsOf(caseId).stream().filter(file -> file.requirement().equals(document)).map(Document::name).toList();
  }
}
