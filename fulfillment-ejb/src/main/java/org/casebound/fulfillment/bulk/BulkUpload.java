package org.casebound.fulfillment.bulk;

import java.util.Optional;

/**
 * What is said about a file besides its content.
 *
 * @param fileName for people who look at the list of jobs, at most 255 characters
 * @param process API name of the process of lines that name none
 */
public record BulkUpload(BulkFormat format, String fileName, Optional<String> process) {}
