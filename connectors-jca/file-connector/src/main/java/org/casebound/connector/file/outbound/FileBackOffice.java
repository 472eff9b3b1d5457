package org.casebound.connector.file.outbound;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Operation;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.PointOfNoReturn;
import org.casebound.connector.base.Reply;

/** A drop folder. The receiver sees whole files only, and one for each key. Thread-safe. */
public final class FileBackOffice implements BackOffice {
  private final FileSettings settings;
  private final KeyFolder keys;

  public FileBackOffice(FileSettings settings, Disk disk) {
    this.settings = settings;
    this.keys = KeyFolder.under(settings.workFolder(), disk);
  }

  /**
   * What an operation takes and gives.
   *
   * @throws IllegalArgumentException with a sentence when it has another form
   */
  public static Operation describe(String operation) {
    return FileOrder.describe(operation);
  }

  @Override
  public Reply<Outcome> call(Call call, PointOfNoReturn point) {
    FileOrder order;
    try {
      order = FileOrder.of(call);
    } catch (IllegalArgumentException e) {
      return Reply.failed(Failure.PERMANENT, "OPERATION_INVALID", reason(e));
    }
    if (!Files.isDirectory(settings.folder())) {
      return Reply.brokenBy(Failure.TRANSIENT, "FOLDER_MISSING", missing());
    }
    try {
      Optional<KeyFolder.Entry> earlier = keys.find(call.key());
      if (earlier.isPresent()) {
        return again(order, earlier.get(), point);
      }
      return isFull()
          ? Reply.failed(Failure.TRANSIENT, "FOLDER_FULL", settings.maxWaiting() + " files wait for the receiver.")
          : drop(call.key(), order, point);
    } catch (AccessDeniedException e) {
      return broken(Failure.PERMANENT, e, point);
    } catch (IOException e) {
      return broken(Failure.TRANSIENT, e, point);
    }
  }

  private Reply<Outcome> drop(IdempotencyKey key, FileOrder order, PointOfNoReturn point) throws IOException {
    KeyFolder.Entry entry = keys.prepare(order);
    if (keys.take(key, entry)) {
      return publish(entry, point);
    }
    keys.discard(entry);
    return again(order, keys.find(key).orElseThrow(() -> new IOException("The key was taken and is gone.")), point);
  }

  /** The key is known: finishes what was begun, and answers as before. */
  private Reply<Outcome> again(FileOrder order, KeyFolder.Entry entry, PointOfNoReturn point) throws IOException {
    if (!entry.contentHash().equals(order.contentHash())) {
      return Reply.of(new Outcome.Rejected("KEY_REUSED", "A file with other content was dropped under this key."));
    }
    return keys.isUnfinished(entry) ? publish(entry, point) : Reply.of(answer(entry));
  }

  private Reply<Outcome> publish(KeyFolder.Entry entry, PointOfNoReturn point) throws IOException {
    if (!point.pass()) {
      return Reply.failed(Failure.TRANSIENT, "TIMEOUT_BEFORE_EFFECT", "The caller did not wait any longer.");
    }
    keys.publish(entry, settings.folder());
    return Reply.of(answer(entry));
  }

  private Outcome answer(KeyFolder.Entry entry) {
    return settings.acknowledged()
        ? new Outcome.Accepted(entry.name())
        : new Outcome.Done(Map.of("file", entry.name()));
  }

  private static Reply<Outcome> broken(Failure kind, IOException e, PointOfNoReturn point) {
    return Reply.brokenBy(point.isPassed() ? Failure.UNKNOWN_OUTCOME : kind, "FOLDER_FAILED", reason(e));
  }

  @Override
  public Reply<Verification> verify(IdempotencyKey key) {
    if (!Files.isDirectory(settings.folder())) {
      return Reply.broken(new Verification.Unavailable(missing()));
    }
    try {
      Optional<KeyFolder.Entry> entry = keys.find(key);
      return entry.isEmpty() || keys.isUnfinished(entry.get())
          ? Reply.of(new Verification.NotApplied())
          : Reply.of(new Verification.Applied(answer(entry.get())));
    } catch (IOException e) {
      return Reply.broken(new Verification.Unavailable(reason(e)));
    }
  }

  @Override
  public Reply<Health> health() {
    if (!Files.isDirectory(settings.folder())) {
      return Reply.broken(new Health(Health.State.DOWN, missing()));
    }
    return Files.isWritable(settings.folder())
        ? Reply.of(new Health(Health.State.UP, "The folder can be written."))
        : Reply.of(new Health(Health.State.DOWN, "The folder " + settings.folder() + " can not be written."));
  }

  /** Nothing is held between calls. */
  @Override
  public void close() {}

  private boolean isFull() throws IOException {
    if (settings.maxWaiting() == 0) {
      return false;
    }
    try (DirectoryStream<Path> waiting = Files.newDirectoryStream(settings.folder(), Files::isRegularFile)) {
      Iterator<Path> files = waiting.iterator();
      int count = 0;
      while (count < settings.maxWaiting() && files.hasNext()) {
        files.next();
        count++;
      }
      return count >= settings.maxWaiting();
    }
  }

  private String missing() {
    return "The folder " + settings.folder() + " is not there; is its disk mounted?";
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.toString() : e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
