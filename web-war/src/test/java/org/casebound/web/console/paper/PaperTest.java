package org.casebound.web.console.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperTest {
  private static final Instant MADE = Instant.parse("2026-11-26T07:00:00Z");

  @Test
  void longTextsAreWrappedAndGoOnOnTheNextPageWithItsNumber() throws IOException {
    String story = "Word after word. ".repeat(600) + "Finis.";
    String hash = "0123456789abcdef".repeat(16);
    try (Paper paper = new Paper("A long story", Locale.GERMAN, MADE);
        PDDocument read = read(paper, story, hash)) {
      String text = new PDFTextStripper().getText(read);
      assertThat(read.getNumberOfPages()).isGreaterThan(2);
      assertThat(text).contains("Finis.", "1/" + read.getNumberOfPages(), "2/" + read.getNumberOfPages());
      assertThat(text.replaceAll("\\s", "")).as("nothing of a word without a space is lost").contains(hash);
      assertThat(Arrays.stream(text.split("\n")).mapToInt(String::length).max().orElseThrow()).isLessThan(130);
      assertThat(read.getDocumentInformation().getTitle()).isEqualTo("A long story");
      assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("de");
      assertThat(read.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(read.getDocumentCatalog().getDocumentOutline().children()).extracting(item -> item.getTitle()).containsExactly("Story", "Hash");
    }
  }

  @Test
  void lettersOfOtherScriptsStandAsTheyAreOrAsTheirNumber() throws IOException {
    try (Paper paper = new Paper("Łódź, Αθήνα, Москва", Locale.ENGLISH, MADE)) {
      paper.fact("Hebrew", "רחוב");
      assertThat(paper.lacksLetters()).isFalse();
      paper.fact("Japanese", "東京\tA\u0000B");
      assertThat(paper.lacksLetters()).isTrue();
      try (PDDocument read = Loader.loadPDF(paper.finish((page, pages) -> ""))) {
        assertThat(new PDFTextStripper().getText(read)).contains("Łódź, Αθήνα, Москва", "רחוב", "U+6771 U+4EAC  AB");
      }
    }
  }

  private static PDDocument read(Paper paper, String story, String hash) throws IOException {
    paper.section("Story");
    paper.paragraph(story);
    paper.part("Its parts");
    paper.fact("Told", "twice\nin two lines");
    paper.section("Hash");
    paper.fact("SHA-256", hash);
    return Loader.loadPDF(paper.finish((page, pages) -> page + "/" + pages));
  }
}
