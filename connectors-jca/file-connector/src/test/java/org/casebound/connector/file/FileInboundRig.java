package org.casebound.connector.file;

import static org.awaitility.Awaitility.await;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionTimeoutException;
import org.casebound.connector.tck.InboundRig;
import org.casebound.connector.tck.TestContainer;

/** The file connector's inbound side with a folder that a back office writes to, and where it sees what became of its files. */
final class FileInboundRig implements InboundRig {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Path folder;
  private final TestContainer container = new TestContainer();
  private final FileResourceAdapter adapter = new FileResourceAdapter();
  private final FolderActivation activation = new FolderActivation();
  private final AtomicInteger number = new AtomicInteger();
  private Optional<MessageEndpointFactory> active = Optional.empty();

  FileInboundRig() {
    try {
      folder = Files.createTempDirectory("casebound-acknowledgements");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    activation.setConnector("branch");
    activation.setFolder(folder.toString());
    activation.setPollMillis(50);
    activation.setSettleMillis(0);
  }

  @Override
  public void activate(MessageEndpointFactory endpoints) throws ResourceException {
    adapter.start(container);
    adapter.endpointActivation(endpoints, activation);
    active = Optional.of(endpoints);
  }

  @Override
  public void shutDown() {
    active.ifPresent(endpoints -> adapter.endpointDeactivation(endpoints, activation));
    adapter.stop();
  }

  @Override
  public Receipt send(String messageId, String reference) {
    return drop("{\"messageId\":\"" + messageId + "\",\"reference\":\"" + reference + "\",\"status\":\"DONE\"}");
  }

  @Override
  public Receipt sendNonsense() {
    return drop("no acknowledgement");
  }

  @Override
  public Optional<Receipt> sendAsStranger(String messageId, String reference) {
    return Optional.empty();
  }

  private Receipt drop(String content) {
    String name = "reply-" + number.incrementAndGet() + ".json";
    try {
      Path unfinished = Files.writeString(folder.resolve(name + ".tmp"), content);
      Files.move(unfinished, folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path done = folder.resolve("done").resolve(name);
    Path failed = folder.resolve("failed").resolve(name);
    try {
      await().atMost(PATIENCE).until(() -> Files.exists(done) || Files.exists(failed));
    } catch (ConditionTimeoutException e) {
      return Receipt.SILENCE;
    }
    return Files.exists(done) ? Receipt.TAKEN : Receipt.REFUSED;
  }

  @Override
  public void close() {
    shutDown();
    container.close();
    Folders.delete(folder);
  }
}
