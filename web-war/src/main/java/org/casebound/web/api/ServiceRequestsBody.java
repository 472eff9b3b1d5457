package org.casebound.web.api;

import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.intake.ServiceRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Requests that are filed together. */
@Schema(name = "ServiceRequests", requiredProperties = "requests")
public record ServiceRequestsBody(
    @Schema(description = "1 to 100 requests; all of them are filed, or none.") Optional<List<ServiceRequestBody>> requests) {

  /** @throws org.casebound.web.api.problem.ProblemException when one can not be a request, whatever its process */
  List<ServiceRequest> toServiceRequests() {
    BodyCheck check = new BodyCheck();
    List<ServiceRequestBody> all = check.present("/requests", requests).orElse(List.of());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == null) {
        check.missing("/requests/" + i);
      }
    }
    check.end();
    return all.stream().map(ServiceRequestBody::toServiceRequest).toList();
  }
}
