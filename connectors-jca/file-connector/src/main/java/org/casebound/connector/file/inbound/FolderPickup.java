package org.casebound.connector.file.inbound;

import jakarta.resource.ResourceException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.Receipt;
import org.casebound.connector.base.inbound.Delivery;
import org.casebound.connector.file.FileConnectorLog;

/**
 * Looks at a folder once: claims what has settled, delivers it and puts it away. What can not be delivered now stays
 * claimed for the next look. Several nodes may look at the same folder. Used by one thread at a time.
 */
public final class FolderPickup {
  private final FolderSettings settings;
  private final Delivery delivery;
  private final String node;
  private final Clock clock;

  /** @param node names this node and start; no other has the same name */
  public FolderPickup(FolderSettings settings, Delivery delivery, String node, Clock clock) {
    this.settings = settings;
    this.delivery = delivery;
    this.node = node;
    this.clock = clock;
  }

  /** @throws IOException when the folder is not there or can not be read */
  public void look() throws IOException {
    List<Path> arrived = files(settings.folder());
    for (Path folder : List.of(settings.claimed(), settings.done(), settings.failed())) {
      Files.createDirectories(folder);
    }
    for (Path file : files(settings.claimed())) {
      if (ClaimedFile.isOf(file, node) || isOlder(file, settings.claim())) {
        take(file);
      }
    }
    for (Path file : arrived) {
      if (isWhole(file)) {
        take(file);
      }
    }
  }

  private void take(Path file) throws IOException {
    Optional<ClaimedFile> claimed = ClaimedFile.claim(file, settings, node, clock);
    if (claimed.isPresent()) {
      carryOut(claimed.get());
    }
  }

  private void carryOut(ClaimedFile file) throws IOException {
    AcknowledgementFile content = AcknowledgementFile.read(settings.connector(), file);
    List<String> mistakes = new ArrayList<>(content.mistakes());
    for (Acknowledgement acknowledgement : content.acknowledgements()) {
      try {
        file.touch(clock);
        if (delivery.deliver(acknowledgement) == Receipt.UNKNOWN) {
          mistakes.add("Nothing waits for the message " + acknowledgement.messageId() + "; it is listed for a person.");
        }
      } catch (ResourceException | RuntimeException e) {
        FileConnectorLog.LOG.notDelivered(file.name(), settings.connector(), e);
        return;
      }
    }
    if (mistakes.isEmpty()) {
      file.done(settings);
    } else {
      FileConnectorLog.LOG.failed(file.name(), settings.connector(), mistakes.get(0));
      file.failed(settings, String.join("\n", mistakes));
    }
  }

  /** Whether a file looks finished: no name of an unfinished one, and unchanged for a while. */
  private boolean isWhole(Path file) throws IOException {
    String name = file.getFileName().toString();
    boolean unfinished = name.startsWith(".") || name.endsWith(".tmp") || name.endsWith(".part") || name.endsWith(".filepart");
    return !unfinished && isOlder(file, settings.settle());
  }

  private boolean isOlder(Path file, Duration age) throws IOException {
    try {
      return !Files.getLastModifiedTime(file).toInstant().plus(age).isAfter(clock.instant());
    } catch (java.nio.file.NoSuchFileException e) {
      return false;
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    DirectoryStream.Filter<Path> plain = file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, plain)) {
      stream.forEach(files::add);
    }
    files.sort(null);
    return files;
  }
}
