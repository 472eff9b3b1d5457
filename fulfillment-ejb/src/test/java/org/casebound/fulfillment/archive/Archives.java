package org.casebound.fulfillment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.casebound.fulfillment.studio.BundleProblem;
import org.casebound.fulfillment.studio.BundleRefused;

/** Archives for tests, and what is in them. */
final class Archives {
  private static final Path DEMO = Path.of("../ear/src/main/server/demo/bundles");

  private Archives() {}

  /** Two processes of the demo, not signed. */
  static BundleArchive demo() {
    return BundleArchive.of(
        List.of(
            new ArchivedBundle("Fee_Inquiry", 1, text(DEMO.resolve("fee-inquiry.yaml"))),
            new ArchivedBundle("Address_Update", 1, text(DEMO.resolve("address-update.yaml")))));
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of an archive, in their order. */
  static Map<String, byte[]> unpacked(byte[] archive) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Files packed as any other program would do it: compressed, with the time of now. */
  static byte[] packed(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Files with a manifest that fits them. */
  static byte[] listed(Map<String, String> texts) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    StringBuilder manifest = new StringBuilder(ArchiveManifest.FORMAT + "\n");
    texts.forEach((path, text) -> manifest.append(ArchiveManifest.sha256(bytes(text))).append("  ").append(path).append('\n'));
    files.put(ArchiveManifest.PATH, bytes(manifest.toString()));
    texts.forEach((path, text) -> files.put(path, bytes(text)));
    return packed(files);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Why an archive is refused. */
  static List<BundleProblem> refused(byte[] archive) {
    BundleRefused refused = catchThrowableOfType(BundleRefused.class, () -> ArchiveReader.read("a.zip", archive));
    assertThat(refused).as("refused").isNotNull();
    return refused.problems();
  }
}
