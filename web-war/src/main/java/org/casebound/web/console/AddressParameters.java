package org.casebound.web.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Function;

/** Parameters of an address, as filters read them: blank ones, and such as nothing can match, are as if they were not there. */
final class AddressParameters {
  private static final int LONGEST = 255;

  private AddressParameters() {}

  static Function<String, Optional<String>> of(HttpServletRequest request) {
    return name ->
        Optional.ofNullable(request.getParameter(name))
            .map(String::strip)
            .filter(value -> !value.isEmpty() && value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl));
  }
}
