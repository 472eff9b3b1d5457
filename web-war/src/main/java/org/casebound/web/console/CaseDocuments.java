package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.domain.definition.DocumentRequirement;
import org.casebound.fulfillment.desk.DocumentDesk;
import org.casebound.fulfillment.intake.LateDocuments;
import org.jspecify.annotations.Nullable;

/** The documents of the case on the page; those who work it add some. A refused file stays chosen, and the reason stands at its field. */
@Named
@ViewScoped
public class CaseDocuments implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private DocumentDesk desk;
  @Inject private CasePage page;
  @Inject private Notices notices;
  @Inject private Refusals refusals;
  @Inject private Texts texts;

  private final UploadField paper = new UploadField(LateDocuments.PERMITTED);
  private String kind = "";

  /**
   * What a document may be.
   *
   * @param name of the document of the process; empty for any other
   * @param label with what is permitted
   */
  public record Kind(String name, String label) {}

  /** Adds the chosen file. */
  public void add() {
    paper.refuse(paper.isChosen() ? "" : texts.of("documents.choose"));
    paper.uploadAs(kind).ifPresent(
        upload -> {
          if (notices.runs(() -> paper.sent(() -> desk.add(page.getView().number(), upload), refusals)) && !paper.isWrong()) {
            notices.success(texts.of("documents.added", paper.getFileName()));
            page.address().place("documents").go();
          }
        });
  }

  /** All of them, in the order in which they came. */
  public List<DocumentLink> getAll() {
    return DocumentLink.of(page.getView(), texts);
  }

  /** What a new one may be, if the process wants documents. */
  public List<Kind> getKinds() {
    List<DocumentRequirement> wanted = page.getView().process().documents();
    return Stream.concat(Stream.of(new Kind("", texts.of("documents.other"))), wanted.stream().map(CaseDocuments::kind)).toList();
  }

  /** Permitted types for the browser's file dialog. */
  public String getTypes() {
    return Stream.concat(Stream.of(LateDocuments.PERMITTED), page.getView().process().documents().stream())
        .flatMap(wanted -> wanted.mediaTypes().stream())
        .distinct()
        .collect(Collectors.joining(","));
  }

  private static Kind kind(DocumentRequirement wanted) {
    UploadField rule = new UploadField(wanted);
    return new Kind(wanted.name(), "%s (%s, %s)".formatted(wanted.label(), rule.getKinds(), rule.getMost()));
  }

  public UploadField getPaper() {
    return paper;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(@Nullable String kind) {
    this.kind = kind == null ? "" : kind;
  }
}
