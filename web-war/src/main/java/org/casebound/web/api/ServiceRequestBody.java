package org.casebound.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.casebound.fulfillment.intake.ServiceRequest;
import org.casebound.fulfillment.intake.Upload;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is filed. */
@Schema(name = "ServiceRequest", requiredProperties = "process")
public record ServiceRequestBody(
    @Schema(description = "API name of an active service process.", examples = "address_update") Optional<String> process,
    @Schema(description = "Short text for lists; without one the label of the process.", maxLength = 255)
        Optional<String> subject,
    @Schema(description = "User name of whom it is for; without one the caller.") Optional<String> requester,
    @Schema(description = "Values by attribute name, as the process declares them (see /processes).")
        Optional<Map<String, Object>> attributes,
    Optional<List<Document>> documents,
    @Schema(description = "Number of a case that the new one follows, and is linked with.", examples = "C-00000051") Optional<String> followUpOf) {

  /** One uploaded file. */
  @Schema(name = "ServiceRequestDocument", requiredProperties = {"name", "mediaType", "content"})
  public record Document(
      @Schema(description = "File name.", maxLength = 255) Optional<String> name,
      @Schema(description = "Type of the content; refused when the content says otherwise.", examples = "application/pdf")
          Optional<String> mediaType,
      @Schema(description = "Document requirement that it serves; needed where the process wants several.")
          Optional<String> requirement,
      @Schema(description = "The bytes in Base64.", implementation = String.class, format = "byte") byte[] content) {
    /** What the engine takes; what is missing is said to the check. */
    Upload upload(BodyCheck check, String pointer) {
      if (content == null) {
        check.missing(pointer + "/content");
      }
      return new Upload(check.required(pointer + "/name", name), check.required(pointer + "/mediaType", mediaType), requirement, content);
    }
  }

  private static final int MAX_USER_NAME = 255;

  /** @throws org.casebound.web.api.problem.ProblemException when it can not be one, whatever the process */
  ServiceRequest toServiceRequest() {
    BodyCheck check = new BodyCheck();
    check.atMost("/requester", requester, MAX_USER_NAME);
    if (requester.filter(String::isBlank).isPresent()) {
      check.missing("/requester");
    }
    ServiceRequest request =
        new ServiceRequest(
            check.required("/process", process),
            subject,
            requester,
            values(check),
            uploads(check),
            followUpOf);
    check.end();
    return request;
  }

  /** Nulls are reported, and left out here so that reporting goes on. */
  private Map<String, Object> values(BodyCheck check) {
    Map<String, Object> values = check.values("/attributes", attributes);
    return values.values().stream().anyMatch(Objects::isNull) ? Map.of() : values;
  }

  private List<Upload> uploads(BodyCheck check) {
    List<Document> all = documents.orElse(List.of());
    List<Upload> uploads = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Document document = all.get(i);
      String pointer = "/documents/" + i;
      if (document == null) {
        check.missing(pointer);
        continue;
      }
      uploads.add(document.upload(check, pointer));
    }
    return uploads;
  }
}
