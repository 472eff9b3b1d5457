package org.casebound.connector.api;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a {@link Call}: a closed set. Everything about the remote side is an outcome; an exception never
 * stands for one.
 */
public sealed interface Outcome permits Outcome.Accepted, Outcome.Done, Outcome.Rejected, Outcome.Failed {

  /**
   * The back office took the work and will acknowledge it later.
   *
   * @param reference the back office's own name for the work, not blank, at most {@value #LONGEST_REFERENCE} characters; the
   *     acknowledgement repeats it
   */
  record Accepted(String reference) implements Outcome {
    /** As long as the reference in the standard form of an acknowledgement. */
    public static final int LONGEST_REFERENCE = AcknowledgementFormat.MAX_NAME;

    public Accepted {
      if (reference.isBlank() || reference.length() > LONGEST_REFERENCE) {
        throw new IllegalArgumentException(
            "An accepted call needs the back office's reference, of at most " + LONGEST_REFERENCE + " characters.");
      }
      reference = StorableText.of(reference);
    }
  }

  /**
   * The effect is applied.
   *
   * @param result the answer as a JSON-like tree, see {@link JsonTree}; empty when there was none
   */
  record Done(Map<String, Object> result) implements Outcome {
    public Done {
      result = JsonTree.copyOf(result);
    }
  }

  /**
   * The back office understood the call and said no for a business reason. The effect was not applied, and repeating
   * the same call will get the same answer.
   *
   * @param code the back office's reason as a stable word, not blank
   * @param message the reason in a sentence for a person; may be empty
   */
  record Rejected(String code, String message) implements Outcome {
    public Rejected {
      requireCode(code);
      code = StorableText.of(code);
      message = StorableText.of(message);
    }
  }

  /**
   * There was no business answer.
   *
   * @param kind what the caller may do next
   * @param code a stable word for the reason, not blank
   * @param message the reason in a sentence for a person; may be empty
   * @param retryAfter how long the back office asked the caller to wait, not negative; empty when it did not say
   */
  record Failed(Failure kind, String code, String message, Optional<Duration> retryAfter) implements Outcome {
    public Failed {
      Objects.requireNonNull(kind, "kind");
      requireCode(code);
      code = StorableText.of(code);
      message = StorableText.of(message);
      if (retryAfter.filter(Duration::isNegative).isPresent()) {
        throw new IllegalArgumentException("A back office can not ask to retry in the past.");
      }
    }
  }

  private static void requireCode(String code) {
    if (code.isBlank()) {
      throw new IllegalArgumentException("A refusal or failure needs a code.");
    }
  }
}
