package org.casebound.web.console;

import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.net.URLConnection;
import java.util.Locale;
import java.util.Optional;
import org.casebound.domain.definition.DocumentRequirement;
import org.casebound.fulfillment.intake.RequestRefused;
import org.casebound.fulfillment.intake.Upload;
import org.jspecify.annotations.Nullable;

/** A document that a form asks for, with the file that was chosen; it stays chosen when the form comes back. */
public final class UploadField implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final String name;
  private final String label;
  private final boolean required;
  private final String types;
  private final String kinds;
  private final boolean photo;
  private final long maxBytes;
  private String fileName = "";
  private String mediaType = "";
  private byte[] content = {};
  private String problem = "";

  UploadField(DocumentRequirement wanted) {
    name = wanted.name();
    label = wanted.label();
    required = wanted.required();
    types = String.join(",", wanted.mediaTypes());
    photo = wanted.mediaTypes().contains("image/jpeg");
    kinds = String.join(", ", wanted.mediaTypes().stream().map(UploadField::kind).toList());
    maxBytes = wanted.maxBytes();
  }

  private static String kind(String mediaType) {
    return mediaType.substring(mediaType.indexOf('/') + 1).toUpperCase(Locale.ROOT);
  }

  /** What the engine takes; empty when no file was chosen. */
  Optional<Upload> upload() {
    return uploadAs(name);
  }

  /** The same as the document of that name, whatever the form asked for. */
  Optional<Upload> uploadAs(String requirement) {
    return fileName.isEmpty() ? Optional.empty() : Optional.of(new Upload(fileName, mediaType, Optional.of(requirement), content));
  }

  /** Runs the command that takes the file alone; why it does not stands here then. */
  void sent(Runnable command, Refusals refusals) {
    try {
      command.run();
    } catch (RequestRefused wrong) {
      RequestRefused.Problem first = wrong.problems().get(0);
      refuse(refusals.of(first.code(), first.message()));
    }
  }

  void refuse(String reason) {
    problem = reason;
  }

  /** Always empty: a browser is never told which file it has sent. */
  public @Nullable Part getPart() {
    return null;
  }

  /** Keeps the file that was chosen; choosing none keeps the one before. */
  public void setPart(@Nullable Part part) {
    ChosenFile.of(part, Integer.MAX_VALUE)
        .ifPresent(
            file -> {
              content = file.bytes();
              fileName = file.name();
              mediaType = claimed(file.mediaType(), fileName);
              problem = "";
            });
  }

  /** Some browsers do not know a type; then the name tells it. */
  private static String claimed(Optional<String> type, String fileName) {
    return type.filter(known -> !known.isBlank() && !known.equals(UNKNOWN_TYPE))
        .or(() -> Optional.ofNullable(URLConnection.guessContentTypeFromName(fileName)))
        .orElse(UNKNOWN_TYPE);
  }

  /** Forgets the file. */
  public void clear() {
    fileName = "";
    content = new byte[0];
    problem = "";
  }

  public String getLabel() {
    return label;
  }

  public boolean isRequired() {
    return required;
  }

  /** Permitted types for the browser's file dialog. */
  public String getTypes() {
    return types;
  }

  /** Whether a photograph that is taken now may be sent: cameras make JPEG. */
  public boolean isPhoto() {
    return photo;
  }

  /** Permitted types for people. */
  public String getKinds() {
    return kinds;
  }

  /** Greatest size for people. */
  public String getMost() {
    return DocumentLink.size(maxBytes);
  }

  public String getFileName() {
    return fileName;
  }

  /** Size of the file for people. */
  public String getSize() {
    return DocumentLink.size(content.length);
  }

  public boolean isChosen() {
    return !fileName.isEmpty();
  }

  public boolean isWrong() {
    return !problem.isEmpty();
  }

  public String getProblem() {
    return problem;
  }
}
