package org.casebound.connector.file.outbound;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.JsonTree;

/**
 * The memory of dropped files: one small file per key. The whole entry gets its name in one step, so exactly one caller
 * wins a key. The entry names an unfinished file; the effect is applied when that one was renamed into the drop folder.
 *
 * @param work folder for unfinished files
 * @param keys folder for entries
 */
record KeyFolder(Path work, Path keys, Disk disk) {

  static KeyFolder under(Path folder, Disk disk) {
    return new KeyFolder(folder.resolve("unfinished"), folder.resolve("keys"), disk);
  }

  /**
   * What is known of a key.
   *
   * @param name of the file in the drop folder
   * @param part name of the unfinished file that becomes it
   * @param contentHash of both
   */
  record Entry(String name, String part, String contentHash) {}

  Optional<Entry> find(IdempotencyKey key) throws IOException {
    try {
      Map<String, Object> json =
          JsonTree.parse(Files.readString(keys.resolve(FileOrder.fileName(key)), StandardCharsets.UTF_8));
      return Optional.of(new Entry(text(json, "name"), text(json, "part"), text(json, "contentHash")));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new IOException("The entry of the key " + key + " can not be read.", e);
    }
  }

  private static String text(Map<String, Object> json, String member) {
    return String.valueOf(json.get(member));
  }

  /** Writes the unfinished file. */
  Entry prepare(FileOrder order) throws IOException {
    Files.createDirectories(work);
    Files.createDirectories(keys);
    String part = UUID.randomUUID() + ".part";
    disk.write(work.resolve(part), order.content());
    return new Entry(order.name(), part, order.contentHash());
  }

  /** Takes the key for this entry. False when it was taken before. */
  boolean take(IdempotencyKey key, Entry entry) throws IOException {
    String json = Json.createObjectBuilder()
        .add("name", entry.name())
        .add("part", entry.part())
        .add("contentHash", entry.contentHash())
        .build()
        .toString();
    Path whole = work.resolve(entry.part() + ".key");
    disk.write(whole, json.getBytes(StandardCharsets.UTF_8));
    try {
      return disk.link(keys.resolve(FileOrder.fileName(key)), whole);
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  /** Whether the file is still unfinished, so that nobody can have seen it. */
  boolean isUnfinished(Entry entry) {
    return Files.exists(work.resolve(entry.part()));
  }

  /** Puts the file into the drop folder, unless that was done before. */
  void publish(Entry entry, Path folder) throws IOException {
    try {
      disk.move(work.resolve(entry.part()), folder.resolve(entry.name()));
    } catch (NoSuchFileException e) {
      if (isUnfinished(entry)) {
        throw e;
      }
    }
  }

  /** Throws an unfinished file away. */
  void discard(Entry entry) throws IOException {
    Files.deleteIfExists(work.resolve(entry.part()));
  }
}
