package org.casebound.fulfillment.intake;

import org.casebound.domain.definition.ServiceProcessDefinition;

/**
 * Runs before anything of a request is saved (specification, section B): a CDI bean that a process names by its
 * {@code @Named} name. It runs inside the filing transaction and may read; what it changes is undone when the request is
 * refused.
 */
public interface Preprocessor {
  /**
   * Checks and perhaps changes a request.
   *
   * @return the request to go on with
   * @throws RequestRefused to refuse it with problems that the requester sees
   */
  ServiceRequest process(ServiceRequest request, ServiceProcessDefinition process);
}
