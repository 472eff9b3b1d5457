package org.casebound.web.console;

import java.util.List;
import java.util.Locale;
import org.casebound.domain.definition.DocumentRequirement;
import org.casebound.fulfillment.desk.CaseView;
import org.omnifaces.util.Faces;

/**
 * A document as the pages link and show it.
 *
 * @param label what the process calls it; empty when the process did not ask for it
 * @param address where its bytes are
 * @param kind {@code pdf}, {@code image} or {@code other}: only the first two are shown on the page; {@code pending} or {@code infected} when
 *     its bytes are not given away
 * @param size for people, e.g. {@code 84 kB}
 * @param scan result of the virus scan in words
 * @param why why its bytes are not given away, and what to do; empty when they are
 */
public record DocumentLink(
    String name, String label, String mediaType, String address, String kind, String icon, String size, String scan, String why, String sha256) {

  static List<DocumentLink> of(CaseView view, Texts texts) {
    return view.documents().stream().map(d -> of(view, d, texts)).toList();
  }

  static DocumentLink of(CaseView view, CaseView.DocumentView document, Texts texts) {
    String kind = document.readable() ? kind(document.mediaType()) : document.scanState().toLowerCase(Locale.ROOT);
    return new DocumentLink(
        document.name(),
        label(view, document.requirement()),
        document.mediaType(),
        "%s/documents/%s/%d".formatted(Faces.getRequestContextPath(), view.number(), document.id()),
        kind,
        switch (kind) {
          case "pdf" -> "pi-file-pdf";
          case "image" -> "pi-image";
          case "pending" -> "pi-hourglass";
          case "infected" -> "pi-ban";
          default -> "pi-file";
        },
        size(document.bytes()),
        scan(document, texts),
        document.readable() ? "" : texts.of("scan.why." + (document.delayed() ? "delayed" : kind), document.found()),
        document.sha256());
  }

  private static String label(CaseView view, String requirement) {
    return view.process().documents().stream().filter(wanted -> wanted.name().equals(requirement)).map(DocumentRequirement::label).findFirst().orElse("");
  }

  /** Whether its bytes are given away. */
  public boolean readable() {
    return why.isEmpty();
  }

  private static String kind(String mediaType) {
    return switch (mediaType) {
      case "application/pdf" -> "pdf";
      case "image/png", "image/jpeg" -> "image";
      default -> "other";
    };
  }

  /** Result of the virus scan in words. */
  static String scan(CaseView.DocumentView document, Texts texts) {
    return texts.or("scan." + document.scanState().toLowerCase(Locale.ROOT), document.scanState());
  }

  static String size(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? "%d kB".formatted(Math.round(bytes / 1000.0))
        : String.format(Locale.ENGLISH, "%.1f MB", bytes / 1_000_000.0);
  }
}
