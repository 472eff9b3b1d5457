package org.casebound.fulfillment.intake;

import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;
import org.casebound.domain.catalog.FileName;
import org.casebound.domain.definition.DocumentRequirement;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.fulfillment.intake.CheckedRequest.CheckedDocument;
import org.casebound.fulfillment.intake.RequestRefused.Problem;

/** Checks uploaded documents: wanted, of a permitted size, and in content what they claim to be. */
@Dependent
class DocumentCheck {
  private static final Tika TIKA = new Tika();

  List<CheckedDocument> check(
      ServiceProcessDefinition process, List<Upload> uploads, List<Problem> problems) {
    List<CheckedDocument> checked = new ArrayList<>();
    Set<String> served = new HashSet<>();
    for (int index = 0; index < uploads.size(); index++) {
      check(process, uploads.get(index), "/documents/" + index, problems)
          .ifPresent(
              document -> {
                checked.add(document);
                served.add(document.requirement());
              });
    }
    if (uploads.isEmpty() || problems.isEmpty()) {
      process.documents().stream()
          .filter(wanted -> wanted.required() && !served.contains(wanted.name()))
          .forEach(
              wanted ->
                  problems.add(
                      new Problem("/documents", "DOC-001", "The document '%s' is missing.".formatted(wanted.label()))));
    }
    return checked;
  }

  private static Optional<CheckedDocument> check(
      ServiceProcessDefinition process, Upload upload, String pointer, List<Problem> problems) {
    Optional<DocumentRequirement> wanted = requirement(process, upload);
    if (wanted.isEmpty()) {
      checkName(upload, pointer, problems);
      problems.add(notWanted(process, pointer));
    }
    return wanted.flatMap(requirement -> check(requirement, upload, pointer, problems));
  }

  /** Checks one document; empty when something is wrong with it. */
  static Optional<CheckedDocument> check(DocumentRequirement wanted, Upload upload, String pointer, List<Problem> problems) {
    int before = problems.size();
    checkName(upload, pointer, problems);
    long most = wanted.maxBytes();
    if (upload.content().length == 0 || upload.content().length > most) {
      problems.add(
          new Problem(
              pointer + "/content",
              "DOC-004",
              "The file has %d bytes; permitted are 1 to %d.".formatted(upload.content().length, most)));
    } else {
      checkType(wanted, upload, pointer, problems);
    }
    return problems.size() > before
        ? Optional.empty()
        : Optional.of(new CheckedDocument(wanted.name(), upload.name(), typeOf(upload.content()), upload.content()));
  }

  private static void checkName(Upload upload, String pointer, List<Problem> problems) {
    if (!FileName.fits(upload.name())) {
      problems.add(
          new Problem(pointer + "/name", "DOC-002", "A file name has 1 to %d visible characters.".formatted(FileName.LONGEST)));
    }
  }

  private static void checkType(
      DocumentRequirement wanted, Upload upload, String pointer, List<Problem> problems) {
    String found = typeOf(upload.content());
    if (!found.equals(upload.mediaType())) {
      problems.add(
          new Problem(
              pointer + "/mediaType",
              "DOC-005",
              "The file claims to be '%s' but its content is '%s'.".formatted(upload.mediaType(), found)));
    } else if (!wanted.mediaTypes().contains(found)) {
      problems.add(
          new Problem(
              pointer + "/mediaType",
              "DOC-006",
              "'%s' is not permitted for '%s'; permitted are %s.".formatted(found, wanted.label(), wanted.mediaTypes())));
    }
  }

  /** The only requirement of the process, or the one that the upload names. */
  static Optional<DocumentRequirement> requirement(ServiceProcessDefinition process, Upload upload) {
    if (upload.requirement().isEmpty()) {
      return process.documents().size() == 1 ? Optional.of(process.documents().get(0)) : Optional.empty();
    }
    return process.documents().stream()
        .filter(wanted -> wanted.name().equals(upload.requirement().get()))
        .findFirst();
  }

  /** The process wants no such document. */
  static Problem notWanted(ServiceProcessDefinition process, String pointer) {
    String reason =
        process.documents().isEmpty()
            ? "This process wants no documents."
            : "Say which document it is: one of " + process.documents().stream().map(DocumentRequirement::name).toList() + ".";
    return new Problem(pointer + "/requirement", "DOC-003", reason);
  }

  private static String typeOf(byte[] content) {
    return TIKA.detect(content);
  }
}
