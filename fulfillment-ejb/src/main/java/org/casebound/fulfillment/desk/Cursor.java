package org.casebound.fulfillment.desk;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.casebound.domain.shared.RuleViolation;

/** Cursors of paged lists: where the last page ended, as a text that callers hand back and do not read. */
public final class Cursor {
  private Cursor() {}

  /** The id before which the next page begins; without a cursor every id is before it. */
  public static long before(Optional<String> cursor) {
    return cursor.map(text -> numbers(text, 1)[0]).orElse(Long.MAX_VALUE);
  }

  /** Makes a page of {@code size} items out of up to one more than that. */
  public static <E, V> Page<V> page(
      List<E> found, int size, ToLongFunction<E> id, Function<E, V> view) {
    return pageBy(found, size, e -> of(id.applyAsLong(e)), view);
  }

  /** Makes a page of {@code size} items out of up to one more than that; the cursor is made of the last item. */
  public static <E, V> Page<V> pageBy(
      List<E> found, int size, Function<E, String> cursor, Function<E, V> view) {
    List<E> shown = found.subList(0, Math.min(size, found.size()));
    Optional<String> next =
        found.size() > size ? Optional.of(cursor.apply(shown.get(size - 1))) : Optional.empty();
    return new Page<>(shown.stream().map(view).toList(), next);
  }

  /** A cursor made of numbers. */
  public static String of(long... numbers) {
    StringBuilder text = new StringBuilder();
    for (long number : numbers) {
      text.append(text.isEmpty() ? "" : ".").append(number);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The numbers of a cursor.
   *
   * @throws RuleViolation PAGE-001 when it is none of ours
   */
  public static long[] numbers(String cursor, int count) {
    try {
      String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\.");
      long[] numbers = new long[count];
      for (int i = 0; i < count; i++) {
        numbers[i] = Long.parseLong(parts[i]);
      }
      return numbers;
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException broken) {
      throw new RuleViolation("PAGE-001", "The cursor is not one of ours; leave it out to begin at the first page.");
    }
  }

  /**
   * Checks a page size.
   *
   * @throws RuleViolation PAGE-002 when it is not 1 to 100
   */
  public static int size(int size) {
    if (size < 1 || size > 100) {
      throw new RuleViolation("PAGE-002", "A page has 1 to 100 items, not %d.".formatted(size));
    }
    return size;
  }
}
