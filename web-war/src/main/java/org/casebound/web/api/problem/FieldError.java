package org.casebound.web.api.problem;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One wrong place in a request. */
@Schema(name = "FieldError", description = "One wrong place in a request.")
public record FieldError(
    @Schema(description = "JSON pointer into the body.", examples = "/attributes/cardId") Optional<String> pointer,
    @Schema(description = "Name of the query parameter or header, when the body is not to blame.") Optional<String> parameter,
    @Schema(description = "Stable code.", required = true) String code,
    @Schema(description = "What is wrong and how to mend it.", required = true) String detail,
    @Schema(description = "Where it is in an imported file.") Optional<Place> place) {

  /** A place in an imported file. */
  @Schema(name = "FilePlace")
  public record Place(
      String file,
      @Schema(description = "Counted from 1.") int line,
      @Schema(description = "Counted from 1.") int column,
      @Schema(description = "How to mend it; may be empty.") String mend) {}

  /** A wrong place in the body. */
  public static FieldError at(String pointer, String code, String detail) {
    return new FieldError(Optional.of(pointer), Optional.empty(), code, detail, Optional.empty());
  }

  /** A wrong query parameter or header. */
  public static FieldError in(String parameter, String code, String detail) {
    return new FieldError(Optional.empty(), Optional.of(parameter), code, detail, Optional.empty());
  }

  /** A wrong place in an imported file. */
  public static FieldError in(Place place, String pointer, String code, String detail) {
    return new FieldError(Optional.of(pointer), Optional.empty(), code, detail, Optional.of(place));
  }
}
