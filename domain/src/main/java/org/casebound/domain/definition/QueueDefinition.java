package org.casebound.domain.definition;

/**
 * A queue that people take work from; its members are the callers in the group of the same name.
 *
 * @param name API name, also the name of the group
 * @param label what people call it
 */
public record QueueDefinition(String name, String label) {}
