package org.casebound.connector.file.inbound;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file that belongs to one node: it was renamed to a name that begins with the node's. Of two nodes that rename the
 * same file one wins.
 *
 * @param path where it is now
 * @param name as the back office called it
 * @param writtenAt when the back office wrote it, as far as that is known
 */
record ClaimedFile(Path path, String name, Instant writtenAt) {
  private static final String MARK = "~";

  /** Claims a file of the folder, or one that another node has left behind. Empty when somebody else was faster. */
  static Optional<ClaimedFile> claim(Path file, FolderSettings settings, String node, Clock clock) throws IOException {
    String full = file.getFileName().toString();
    boolean leftBehind = file.startsWith(settings.claimed());
    String name = leftBehind ? nameOf(file) : full;
    Path target = settings.claimed().resolve(node + MARK + name);
    try {
      Instant writtenAt = Files.getLastModifiedTime(file).toInstant();
      // From here on the time of the file says when it was claimed.
      Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
      Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
      return Optional.of(new ClaimedFile(target, name, writtenAt));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static String nameOf(Path claimed) {
    String full = claimed.getFileName().toString();
    return full.substring(full.indexOf(MARK) + 1);
  }

  /** Whether a claimed file belongs to this node. */
  static boolean isOf(Path claimed, String node) {
    return claimed.getFileName().toString().startsWith(node + MARK);
  }

  /** Says that the node is still at work on it. */
  void touch(Clock clock) throws IOException {
    Files.setLastModifiedTime(path, FileTime.from(clock.instant()));
  }

  /** Puts it away as done. */
  void done(FolderSettings settings) throws IOException {
    Files.move(path, free(settings.done()), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Puts it away as failed, with the reason in a text file beside it. */
  void failed(FolderSettings settings, String reason) throws IOException {
    Path target = free(settings.failed());
    Files.writeString(
        target.resolveSibling(target.getFileName() + ".reason.txt"), reason + "\n", StandardCharsets.UTF_8);
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A back office may use a name twice. */
  private Path free(Path folder) {
    Path plain = folder.resolve(name);
    return Files.exists(plain) ? folder.resolve(UUID.randomUUID() + "-" + name) : plain;
  }
}
