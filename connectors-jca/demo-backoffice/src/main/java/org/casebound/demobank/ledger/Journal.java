package org.casebound.demobank.ledger;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * An append-only file of JSON lines. A line that a crash cut short is dropped when the file is opened again: its
 * writer was never answered. Thread-safe; concurrent writers share one flush to the disk.
 */
public final class Journal implements Closeable {
  /** A stream, not a channel: an interrupted writer would close a channel for everyone. */
  private final FileOutputStream file;
  private final Object flush = new Object();
  private long written;
  private long flushed;

  private Journal(FileOutputStream file, long size) {
    this.file = file;
    this.written = size;
    this.flushed = size;
  }

  /** Opens or makes the file and reads all whole lines into {@code reader}, oldest first. */
  public static Journal open(Path file, Consumer<JsonObject> reader) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      long whole = 0;
      if (Files.exists(file)) {
        whole = replay(Files.readAllBytes(file), reader);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.truncate(whole);
        }
      }
      return new Journal(new FileOutputStream(file.toFile(), true), whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long replay(byte[] bytes, Consumer<JsonObject> reader) {
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        String line = new String(bytes, start, i - start, StandardCharsets.UTF_8);
        try (JsonReader json = Json.createReader(new StringReader(line))) {
          reader.accept(json.readObject());
        } catch (JsonException e) {
          return start;
        }
        start = i + 1;
      }
    }
    return start;
  }

  /** Writes a line and returns when it is on the disk. */
  public void append(JsonObject line) {
    force(write(line));
  }

  /** Writes a line that may be lost in a crash of the machine, not of the process. */
  public void note(JsonObject line) {
    write(line);
  }

  private synchronized long write(JsonObject line) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
    bytes.write('\n');
    try {
      file.write(bytes.toByteArray());
      written += bytes.size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return written;
  }

  private void force(long position) {
    synchronized (flush) {
      if (flushed >= position) {
        return;
      }
      long reached;
      synchronized (this) {
        reached = written;
      }
      try {
        file.getFD().sync();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      flushed = reached;
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
