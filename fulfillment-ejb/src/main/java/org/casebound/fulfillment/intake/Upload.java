package org.casebound.fulfillment.intake;

import java.util.Optional;

/**
 * One uploaded file.
 *
 * @param name file name, at most 255 characters
 * @param mediaType type the sender claims; refused when the content says otherwise
 * @param requirement name of the document requirement it serves; needed only where the process wants several documents
 * @param content the bytes; not copied
 */
public record Upload(String name, String mediaType, Optional<String> requirement, byte[] content) {}
