package org.casebound.e2e.incontainer.extension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.fulfillment.intake.Preprocessor;
import org.casebound.fulfillment.intake.RequestRefused;
import org.casebound.fulfillment.intake.ServiceRequest;

/** Refuses one word and gives every request a subject. */
@Named("e2e_doorkeeper")
@ApplicationScoped
public class Doorkeeper implements Preprocessor {
  @Override
  public ServiceRequest process(ServiceRequest request, ServiceProcessDefinition process) {
    Map<String, Object> attributes = request.attributes();
    if ("forbidden".equals(attributes.get("word"))) {
      throw new RequestRefused(List.of(new RequestRefused.Problem("/attributes/word", "NOT_HERE", "Not at this door.")));
    }
    return new ServiceRequest(request.process(), Optional.of("Let in: " + attributes.get("word")), request.requester(), attributes, request.documents());
  }
}
