package org.casebound.web.console.paper;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/**
 * A PDF on A4, written from top to bottom: sections that are bookmarks, paragraphs, and facts with their labels on the left. Texts of any
 * length are wrapped and go on on the next page. Close it; not thread-safe.
 */
public final class Paper implements AutoCloseable {
  /** Points, 1/72 inch: about 2 cm. */
  private static final float MARGIN = 56;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final float LABEL = 130;
  private static final float GAP = 10;
  private static final float TEXT = 10;
  private static final float SMALL = 8;
  private static final float LEADING = 1.4f;
  private static final Color INK = new Color(0x1a, 0x1f, 0x2b);
  private static final Color PALE = new Color(0x5a, 0x63, 0x75);

  private final PDDocument document = new PDDocument();
  private final Letters letters;
  private final PDDocumentOutline bookmarks = new PDDocumentOutline();
  private @Nullable PDPageContentStream content;
  private float y;

  /**
   * An empty paper.
   *
   * @param title what readers show in place of the file's name
   * @param language of its texts, so that it is read out rightly
   * @param made when, for those who keep it
   */
  public Paper(String title, Locale language, Instant made) throws IOException {
    letters = new Letters(document);
    GregorianCalendar at = new GregorianCalendar();
    at.setTime(Date.from(made));
    document.getDocumentInformation().setTitle(title);
    document.getDocumentInformation().setCreator("Casebound");
    document.getDocumentInformation().setCreationDate(at);
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    catalog.setLanguage(language.toLanguageTag());
    catalog.setDocumentOutline(bookmarks);
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    catalog.setViewerPreferences(preferences);
    turn();
    write(letters.lines(title, 18, WIDTH), 18, INK, MARGIN);
    y -= 6;
  }

  /** Begins a section with a bookmark. */
  public void section(String heading) throws IOException {
    y -= 14;
    keepTogether(13 + 5 * TEXT);
    PDPageXYZDestination place = new PDPageXYZDestination();
    place.setPage(document.getPage(document.getNumberOfPages() - 1));
    place.setTop((int) (y + 4));
    PDOutlineItem bookmark = new PDOutlineItem();
    bookmark.setTitle(heading);
    bookmark.setDestination(place);
    bookmarks.addLast(bookmark);
    write(letters.lines(heading, 13, WIDTH), 13, INK, MARGIN);
    line();
  }

  /** Begins a part of a section. */
  public void part(String heading) throws IOException {
    y -= 6;
    keepTogether(4 * TEXT);
    write(letters.lines(heading, 11, WIDTH), 11, INK, MARGIN);
    y -= 2;
  }

  /** Says something. */
  public void paragraph(String text) throws IOException {
    write(letters.lines(text, TEXT, WIDTH), TEXT, PALE, MARGIN);
    y -= 3;
  }

  /** Says something about what its label names. */
  public void fact(String label, String text) throws IOException {
    List<String> left = letters.lines(label, TEXT, LABEL);
    List<String> right = letters.lines(text, TEXT, WIDTH - LABEL - GAP);
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      keepTogether(TEXT);
      y -= TEXT * LEADING;
      if (i < left.size()) {
        show(left.get(i), TEXT, PALE, MARGIN, y);
      }
      if (i < right.size()) {
        show(right.get(i), TEXT, INK, MARGIN + LABEL + GAP, y);
      }
    }
    y -= 3;
  }

  /** Whether a character could not be shown and stands as its Unicode number. */
  public boolean lacksLetters() {
    return letters.replaced();
  }

  /**
   * Ends the paper.
   *
   * @param footer what stands below each page, by its number from 1 on and how many there are
   */
  public byte[] finish(Footer footer) throws IOException {
    end();
    int pages = document.getNumberOfPages();
    for (int page = 0; page < pages; page++) {
      try (PDPageContentStream below = new PDPageContentStream(document, document.getPage(page), AppendMode.APPEND, true)) {
        content = below;
        show(letters.lines(footer.of(page + 1, pages), SMALL, WIDTH).get(0), SMALL, PALE, MARGIN, MARGIN / 2);
      }
    }
    content = null;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    document.save(bytes);
    return bytes.toByteArray();
  }

  /** What stands below a page. */
  @FunctionalInterface
  public interface Footer {
    String of(int page, int pages);
  }

  @Override
  public void close() throws IOException {
    end();
    document.close();
  }

  private void write(List<String> lines, float size, Color color, float x) throws IOException {
    for (String line : lines) {
      keepTogether(size);
      y -= size * LEADING;
      show(line, size, color, x, y);
    }
  }

  private void show(String text, float size, Color color, float x, float baseline) throws IOException {
    content.beginText();
    content.setFont(letters.font(), size);
    content.setNonStrokingColor(color);
    content.newLineAtOffset(x, baseline);
    content.showText(text);
    content.endText();
  }

  private void line() throws IOException {
    y -= 4;
    content.setStrokingColor(PALE);
    content.setLineWidth(0.5f);
    content.moveTo(MARGIN, y);
    content.lineTo(MARGIN + WIDTH, y);
    content.stroke();
    y -= 2;
  }

  /** Turns the page if so much, in points, has no room on it. */
  private void keepTogether(float height) throws IOException {
    if (y - height * LEADING < MARGIN) {
      turn();
    }
  }

  private void turn() throws IOException {
    end();
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    content = new PDPageContentStream(document, page);
    y = PDRectangle.A4.getHeight() - MARGIN;
  }

  private void end() throws IOException {
    if (content != null) {
      content.close();
      content = null;
    }
  }
}
