package org.casebound.web.api;

import java.util.Optional;
import org.casebound.domain.cases.CaseMessage;
import org.casebound.fulfillment.intake.Upload;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A message about a case. */
@Schema(name = "CaseMessage", requiredProperties = "text")
public record CaseMessageBody(
    @Schema(description = "Plain text.", minLength = 1, maxLength = CaseMessage.LONGEST) Optional<String> text,
    @Schema(description = "What comes with it: PDF, PNG or JPEG, at most 5 MiB.") Optional<ServiceRequestBody.Document> document) {
  /** @throws org.casebound.web.api.problem.ProblemException when it is missing or too long, or the document lacks something */
  String requiredText() {
    BodyCheck check = new BodyCheck();
    String required = check.required("/text", text.map(String::strip));
    check.atMost("/text", text.map(String::strip), CaseMessage.LONGEST);
    document.ifPresent(sent -> sent.upload(check, "/document"));
    check.end();
    return required;
  }

  /** What comes with it. */
  Optional<Upload> upload() {
    return document.map(sent -> sent.upload(new BodyCheck(), "/document"));
  }
}
