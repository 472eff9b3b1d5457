package org.casebound.web.api;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When runs begin by themselves. */
@Schema(name = "RetentionTimes")
public record RetentionScheduleBody(
    @Schema(description = "Time of day. Without one no run begins by itself.", examples = "02:30") Optional<String> time,
    @Schema(description = "Time zone. Default: UTC.", examples = "Europe/Berlin", maxLength = 80) Optional<String> zone) {}
