package org.casebound.fulfillment.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.casebound.domain.shared.RuleViolation;

/** Packs an archive: the same processes and the same key give the same bytes, whenever and wherever it is done. */
final class ArchiveWriter {
  /** The beginning of time in a ZIP file. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private ArchiveWriter() {}

  /** @throws RuleViolation BUNDLE-010 when it is larger than an import takes */
  static byte[] write(BundleArchive archive) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, ArchiveManifest.PATH, archive.manifest());
      Optional<ArchiveSignature> signature = archive.signature();
      if (signature.isPresent()) {
        put(zip, ArchiveSignature.PATH, signature.get().file());
      }
      for (ArchivedBundle bundle : archive.bundles()) {
        put(zip, bundle.path(), bundle.bytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (archive.bundles().size() > ArchiveLimits.MOST_BUNDLES || bytes.size() > ArchiveLimits.MOST_BYTES) {
      throw new RuleViolation(
          "BUNDLE-010", "An archive holds at most %d processes and 16 MiB; choose fewer.".formatted(ArchiveLimits.MOST_BUNDLES));
    }
    return bytes.toByteArray();
  }

  /** Stored, not compressed: how far bytes are pressed depends on the library that does it. */
  private static void put(ZipOutputStream zip, String path, byte[] content) throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(content);
    ZipEntry entry = new ZipEntry(path);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(checksum.getValue());
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }
}
