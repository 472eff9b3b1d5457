package org.casebound.fulfillment.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.casebound.fulfillment.library.VersionComparison.ComparedLine;
import org.junit.jupiter.api.Test;

class TextLinesTest {

  @Test
  void equalLinesStandBesideEachOther() {
    assertThat(TextLines.sideBySide("a\nb\nc\nd\n", "a\nx\nc\nd\ne\n"))
        .containsExactly(row("a", "a"), row("b", "x"), row("c", "c"), row("d", "d"), row(null, "e"));
    assertThat(TextLines.sideBySide("a\nb\nc\n", "c\n")).containsExactly(row("a", null), row("b", null), row("c", "c"));
    assertThat(TextLines.sideBySide("", "a\n")).containsExactly(row(null, "a"));
    assertThat(TextLines.sideBySide("a", "a")).containsExactly(row("a", "a"));
  }

  @Test
  void bothTextsAreKeptWhateverTheyAre() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      List<String> before = lines(random);
      List<String> after = lines(random);
      List<ComparedLine> rows = TextLines.sideBySide(String.join("\n", before), String.join("\n", after));
      assertThat(rows.stream().map(ComparedLine::before).flatMap(Optional::stream)).containsExactlyElementsOf(before);
      assertThat(rows.stream().map(ComparedLine::after).flatMap(Optional::stream)).containsExactlyElementsOf(after);
    }
  }

  @Test
  void thousandsOfDifferentLinesCostLittle() {
    String before = IntStream.range(0, 30_000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
    String after = IntStream.range(0, 30_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));
    assertThat(TextLines.sideBySide(before, after)).hasSize(30_000).noneMatch(ComparedLine::same);
  }

  private static List<String> lines(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(12)).mapToObj(i -> "" + (char) ('a' + random.nextInt(4))).toList();
  }

  private static ComparedLine row(@org.jspecify.annotations.Nullable String before, @org.jspecify.annotations.Nullable String after) {
    return new ComparedLine(Optional.ofNullable(before), Optional.ofNullable(after));
  }
}
