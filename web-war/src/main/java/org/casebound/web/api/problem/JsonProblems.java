package org.casebound.web.api.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.stream.Collectors;
import org.casebound.web.api.json.BodyTooLargeException;

/** Says what is wrong with a JSON body, in words that hold nothing of our classes. */
final class JsonProblems {
  /** Longest piece of the sender's own text that is repeated to him, in characters. */
  private static final int LONGEST_QUOTE = 200;

  private JsonProblems() {}

  static Problem malformed(JsonProcessingException failure) {
    JsonLocation place = failure.getLocation();
    String detail =
        place == null || place.getLineNr() < 1
            ? what(failure)
            : "Line %d, column %d: %s".formatted(place.getLineNr(), place.getColumnNr(), what(failure));
    return Problem.of(ProblemType.MALFORMED_JSON, detail);
  }

  static Problem mistyped(JsonMappingException failure) {
    for (Throwable inner = failure.getCause(); inner != null; inner = inner.getCause()) {
      if (inner instanceof BodyTooLargeException) {
        return Problem.of(ProblemType.BODY_TOO_LARGE, inner.getMessage());
      }
      if (inner instanceof StreamReadException || inner instanceof StreamConstraintsException) {
        return malformed((JsonProcessingException) inner);
      }
    }
    if (failure.getOriginalMessage().startsWith("Trailing token")) {
      return Problem.of(ProblemType.MALFORMED_JSON, "Something follows the end of the JSON text.");
    }
    String pointer = pointer(failure.getPath());
    if (pointer.isEmpty() && failure.getPath().isEmpty() && failure.getOriginalMessage().startsWith("No content")) {
      return Problem.of(ProblemType.MALFORMED_JSON, "The body is empty.");
    }
    FieldError error =
        failure instanceof UnrecognizedPropertyException unknown
            ? FieldError.at(pointer, "JSON-001", unknown(unknown))
            : FieldError.at(pointer, "JSON-002", wrongForm(failure));
    return Problem.of(ProblemType.INVALID_REQUEST, error.detail()).with(List.of(error));
  }

  /** The JSON pointer (RFC 6901) of a path. */
  static String pointer(List<JsonMappingException.Reference> path) {
    return path.stream()
        .map(r -> r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName())
        .map(name -> "/" + quote(name).replace("~", "~0").replace("/", "~1"))
        .collect(Collectors.joining());
  }

  private static String unknown(UnrecognizedPropertyException failure) {
    String known =
        failure.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    return "'%s' is not known here. Known: %s.".formatted(quote(failure.getPropertyName()), known);
  }

  private static String wrongForm(JsonMappingException failure) {
    Class<?> target =
        failure instanceof MismatchedInputException wrong && wrong.getTargetType() != null
            ? wrong.getTargetType()
            : Object.class;
    if (target == byte[].class) {
      return "This is no Base64 text (RFC 4648, section 4, with padding).";
    }
    if (failure instanceof InvalidFormatException && target.isEnum()) {
      return "Expected one of " + List.of(target.getEnumConstants()) + ".";
    }
    if (failure instanceof InvalidFormatException && target == String.class) {
      return "The text holds a character that is not permitted (U+0000 or half of a surrogate pair).";
    }
    return "Expected " + JsonForms.name(target) + ".";
  }

  private static String what(JsonProcessingException failure) {
    if (failure instanceof JsonEOFException) {
      return "the body ends in the middle of the JSON text.";
    }
    if (failure instanceof StreamConstraintsException) {
      return "the JSON text is nested too deep, has too many values, or holds a name, number or text that is too long.";
    }
    if (failure.getOriginalMessage().startsWith("Duplicate field")) {
      return quote(failure.getOriginalMessage()) + ".";
    }
    String message = failure.getOriginalMessage().lines().findFirst().orElse("the text is no JSON");
    return quote(message.replaceAll("\\s*\\(for \\w+ starting at .*", "")) + ".";
  }

  private static String quote(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "...";
  }
}
