package org.casebound.web.console;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file that a person chose in a form.
 *
 * @param name without the folders that some browsers send along
 * @param mediaType what the browser takes it for
 */
record ChosenFile(String name, Optional<String> mediaType, byte[] bytes) {
  /**
   * What came with a form; empty when no file was chosen.
   *
   * @param most how many bytes are read at most
   */
  static Optional<ChosenFile> of(@Nullable Part part, int most) {
    String submitted = part == null ? "" : Optional.ofNullable(part.getSubmittedFileName()).orElse("");
    if (part == null || submitted.isBlank()) {
      return Optional.empty();
    }
    try (InputStream bytes = part.getInputStream()) {
      String name = submitted.substring(Math.max(submitted.lastIndexOf('/'), submitted.lastIndexOf('\\')) + 1);
      return Optional.of(new ChosenFile(name, Optional.ofNullable(part.getContentType()), bytes.readNBytes(most)));
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
