package org.casebound.connector.file;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ManagedConnectionFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.casebound.connector.api.BackOfficeConnection;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.file.outbound.Disk;
import org.casebound.connector.tck.Rig;
import org.casebound.connector.tck.TestContainer;

/** The file connector with a real folder, on a disk that can be told to fail. */
final class FileRig implements Rig {
  private static final int MOST_WAITING = 3;

  private final Path root;
  private final Path folder;
  private final FaultyDisk disk = new FaultyDisk();
  private final TestContainer container = new TestContainer();
  private final FileResourceAdapter adapter = new FileResourceAdapter();

  FileRig() {
    try {
      root = Files.createTempDirectory("casebound-file");
      folder = Files.createDirectory(root.resolve("out"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    adapter.start(container);
  }

  static final class OnFaultyDisk extends FileManagedConnectionFactory {
    private static final long serialVersionUID = 1L;
    private final transient Disk disk;

    OnFaultyDisk(Disk disk) {
      this.disk = disk;
    }

    @Override
    Disk disk() {
      return disk;
    }
  }

  FileManagedConnectionFactory factory(Path path) {
    FileManagedConnectionFactory factory = new OnFaultyDisk(disk);
    factory.setFolder(path.toString());
    factory.setMaxWaiting(MOST_WAITING);
    try {
      factory.setResourceAdapter(adapter);
    } catch (ResourceException e) {
      throw new IllegalStateException(e);
    }
    return factory;
  }

  Path folder() {
    return folder;
  }

  FaultyDisk disk() {
    return disk;
  }

  List<Path> dropped() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ManagedConnectionFactory factory() {
    return factory(folder);
  }

  @Override
  public ManagedConnectionFactory factoryToNowhere() {
    return factory(root.resolve("not-mounted"));
  }

  @Override
  public Call call(IdempotencyKey key, Duration timeout) {
    return new Call("JSON order", key, "contract", Map.of("a", 1), timeout);
  }

  /** A folder has one reason to say no: another file was dropped under this key. */
  @Override
  public Call refusedCall(IdempotencyKey key) {
    try {
      BackOfficeConnection connection =
          (BackOfficeConnection) factory().createManagedConnection(null, null).getConnection(null, null);
      connection.call(call(key, Duration.ofSeconds(10)));
    } catch (ResourceException e) {
      throw new IllegalStateException(e);
    }
    return new Call("JSON order", key, "contract", Map.of("a", 2), Duration.ofSeconds(10));
  }

  @Override
  public void answerLate(Duration delay) {
    disk.answerLate(delay);
  }

  @Override
  public void breakAfterEffect() {
    disk.breakAfterMove();
  }

  @Override
  public void beBusy() {
    try {
      for (int i = 0; i < MOST_WAITING; i++) {
        Files.createFile(folder.resolve("waiting-" + i + ".json"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void holdRequests(Duration time) {
    disk.holdMoves(time);
  }

  @Override
  public boolean cutIdleConnections() {
    return false;
  }

  @Override
  public boolean changeSchema() {
    return false;
  }

  @Override
  public Optional<ManagedConnectionFactory> factoryWithWrongCredentials() {
    return Optional.empty();
  }

  @Override
  public void behave() {
    disk.behave();
  }

  @Override
  public int effects(IdempotencyKey key) {
    return (int) dropped().stream().filter(file -> file.getFileName().toString().contains(key.value())).count();
  }

  @Override
  public void close() {
    disk.close();
    container.close();
    Folders.delete(root);
  }
}
