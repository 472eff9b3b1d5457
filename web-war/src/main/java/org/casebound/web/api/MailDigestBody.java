package org.casebound.web.api;

import java.util.Optional;
import org.casebound.fulfillment.notice.MailDigestView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a person has by mail what he was told. */
@Schema(name = "MailDigest", requiredProperties = "address")
public record MailDigestBody(
    @Schema(description = "Where to.", examples = "name@example.org", maxLength = 320) Optional<String> address,
    @Schema(description = "How long it is gathered before the mail is written: ISO duration, PT1S to P1D.", defaultValue = "PT15M")
        Optional<String> gather) {
  private static final String USUAL = "PT15M";

  static MailDigestBody of(MailDigestView view) {
    return new MailDigestBody(Optional.of(view.address()), Optional.of(view.gather().toString()));
  }

  /** @throws org.casebound.web.api.problem.ProblemException when the address is missing */
  String requiredAddress() {
    BodyCheck check = new BodyCheck();
    String given = check.required("/address", address);
    check.end();
    return given;
  }

  String usualGather() {
    return gather.orElse(USUAL);
  }
}
