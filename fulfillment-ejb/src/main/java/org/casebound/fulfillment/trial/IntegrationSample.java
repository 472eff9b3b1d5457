package org.casebound.fulfillment.trial;

import java.util.Map;
import java.util.Optional;

/**
 * An integration, published or not, with values to try it with.
 *
 * @param process name of the active process that has it; empty for a draft
 * @param name name of the integration in that process
 * @param draft what would stand in a bundle under {@code integrations}
 * @param input what a call would give
 * @param reply what the back office would answer
 */
public record IntegrationSample(
    Optional<String> process,
    Optional<String> name,
    Optional<Map<String, Object>> draft,
    Map<String, Object> input,
    Optional<Map<String, Object>> reply) {}
