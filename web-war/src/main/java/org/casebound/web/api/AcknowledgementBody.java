package org.casebound.web.api;

import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.Failure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The standard body of an acknowledgement; only for the API's document, {@code AcknowledgementFormat} reads it. */
@Schema(
    name = "Acknowledgement",
    requiredProperties = {"messageId", "status"},
    description = "One of reference and idempotencyKey is required; code too, unless the status is DONE.")
record AcknowledgementBody(
    @Schema(description = "Sender's name of this message, the same when it is sent again.", maxLength = 200)
        String messageId,
    @Schema(description = "Sender's name of the work, as given when it was accepted.", maxLength = 200)
        Optional<String> reference,
    @Schema(description = "Idempotency key of the call that this answers.", maxLength = 200)
        Optional<String> idempotencyKey,
    @Schema(enumeration = {"DONE", "REJECTED", "FAILED"}) String status,
    @Schema(maxLength = 200) Optional<String> code,
    @Schema(maxLength = 2000) Optional<String> message,
    @Schema(description = "For FAILED only.", defaultValue = "PERMANENT") Optional<Failure> failure,
    @Schema(description = "What the work yielded.") Optional<Map<String, Object>> result) {}
