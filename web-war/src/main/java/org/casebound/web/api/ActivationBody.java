package org.casebound.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a version is activated, and from when. */
@Schema(name = "Activation", requiredProperties = "reason")
public record ActivationBody(
    @Schema(description = "For the history.", maxLength = 4000) Optional<String> reason,
    @Schema(description = "Queues of a version that was imported without being active, which are to be new here.")
        Optional<List<String>> newQueues,
    @Schema(description = "When it comes into force, from now to two years ahead; left out for at once.") Optional<Instant> effectiveAt) {

  String requireReason() {
    return new ReasonBody(reason).require();
  }

  Set<String> queues() {
    return newQueues.orElse(List.of()).stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
  }
}
