package org.casebound.fulfillment.desk;

/**
 * A document with its bytes.
 *
 * @param mediaType type found in the content, never the one the sender claimed
 */
public record DocumentContent(String name, String mediaType, String sha256, byte[] bytes) {}
