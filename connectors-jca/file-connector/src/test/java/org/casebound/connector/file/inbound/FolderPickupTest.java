package org.casebound.connector.file.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.resource.ResourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Receipt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderPickupTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

  @TempDir private Path folder;

  private final List<Acknowledgement> delivered = Collections.synchronizedList(new ArrayList<>());
  private Receipt receipt = Receipt.MATCHED;
  private Optional<ResourceException> failure = Optional.empty();
  private FolderPickup pickup = pickup("node1", NOW);

  @BeforeEach
  void start() {
    pickup = pickup("node1", NOW);
  }

  private FolderPickup pickup(String node, Instant now) {
    FolderSettings settings =
        new FolderSettings("branch", folder == null ? Path.of("/") : folder, Duration.ofSeconds(2), Duration.ofMinutes(5));
    return new FolderPickup(settings, this::deliver, node, Clock.fixed(now, ZoneOffset.UTC));
  }

  private Receipt deliver(Acknowledgement acknowledgement) throws ResourceException {
    if (failure.isPresent()) {
      throw failure.get();
    }
    delivered.add(acknowledgement);
    return receipt;
  }

  private Path arrive(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    return Files.setLastModifiedTime(file, FileTime.from(NOW.minusSeconds(10)));
  }

  private static String json(String messageId) {
    return "{\"messageId\":\"" + messageId + "\",\"idempotencyKey\":\"k-1\",\"status\":\"DONE\",\"result\":{\"a\":1}}";
  }

  private List<String> names(String part) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(part))) {
      return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void deliversAFileAndPutsItAway() throws Exception {
    arrive("ack-1.json", json("m-1"));
    pickup.look();
    assertThat(delivered).singleElement().satisfies(ack -> {
      assertThat(ack.connector()).isEqualTo("branch");
      assertThat(ack.messageId()).isEqualTo("m-1");
      assertThat(ack.sentAt()).isEqualTo(NOW.minusSeconds(10));
    });
    assertThat(names("done")).containsExactly("ack-1.json");
    assertThat(names("")).isEmpty();
    pickup.look();
    assertThat(delivered).hasSize(1);
  }

  @Test
  void readsEachLineOfACsvFile() throws Exception {
    arrive("acks.csv", "messageId,reference,idempotencyKey,status,code,message,result.place\r\n"
        + "m-1,R-1,,DONE,,,\"Hamburg, DE\"\r\nm-2,,k-2,REJECTED,NO,\"said \"\"no\"\"\",\r\n");
    pickup.look();
    assertThat(delivered).hasSize(2);
    assertThat(delivered.get(0).outcome()).isEqualTo(new Outcome.Done(java.util.Map.of("place", "Hamburg, DE")));
    assertThat(delivered.get(0).reference()).contains("R-1");
    assertThat(delivered.get(1).outcome()).isEqualTo(new Outcome.Rejected("NO", "said \"no\""));
    assertThat(names("done")).containsExactly("acks.csv");
  }

  @Test
  void halfWrittenFilesAreNotTaken() throws Exception {
    Files.setLastModifiedTime(arrive("fresh.json", json("m")), FileTime.from(NOW.minusSeconds(1)));
    arrive(".hidden.json", json("m"));
    arrive("upload.json.part", json("m"));
    arrive("upload.json.tmp", json("m"));
    Files.createDirectory(folder.resolve("folder.json"));
    Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve(".hidden.json"));
    pickup.look();
    assertThat(delivered).isEmpty();
    assertThat(names("")).contains("fresh.json", ".hidden.json", "upload.json.part", "upload.json.tmp");
    pickup("node1", NOW.plusSeconds(5)).look();
    assertThat(delivered).hasSize(1);
  }

  @Test
  void whatCanNotBeReadIsPutAsideWithTheReason() throws Exception {
    arrive("broken.json", "{\"messageId\":");
    arrive("letter.txt", "Dear Sir");
    arrive("empty.csv", "messageId,status\r\n");
    arrive("short.csv", "messageId,reference,status\r\nm-1,R-1\r\nm-2,R-2,DONE\r\n");
    Files.write(arrive("latin.json", ""), new byte[] {'{', (byte) 0xe9, '}'});
    Files.setLastModifiedTime(folder.resolve("latin.json"), FileTime.from(NOW.minusSeconds(10)));
    pickup.look();
    assertThat(names("failed")).containsExactly(
        "broken.json", "broken.json.reason.txt", "empty.csv", "empty.csv.reason.txt", "latin.json", "latin.json.reason.txt",
        "letter.txt", "letter.txt.reason.txt", "short.csv", "short.csv.reason.txt");
    assertThat(folder.resolve("failed/short.csv.reason.txt")).content().contains("Record 1");
    assertThat(delivered).extracting(Acknowledgement::messageId).containsExactly("m-2");
  }

  @Test
  void whatNobodyWaitsForIsPutAsideWithTheReason() throws Exception {
    receipt = Receipt.UNKNOWN;
    arrive("ack.json", json("m-1"));
    pickup.look();
    assertThat(folder.resolve("failed/ack.json.reason.txt")).content().contains("m-1").contains("listed for a person");
  }

  @Test
  void whatCanNotBeStoredNowIsTriedAgainByTheSameNode() throws Exception {
    failure = Optional.of(new ResourceException("The database is away."));
    arrive("ack.json", json("m-1"));
    pickup.look();
    assertThat(names("claimed")).containsExactly("node1~ack.json");
    pickup("node2", NOW).look();
    assertThat(names("claimed")).containsExactly("node1~ack.json");
    failure = Optional.empty();
    pickup.look();
    assertThat(names("done")).containsExactly("ack.json");
    assertThat(delivered).hasSize(1);
  }

  @Test
  void whatADeadNodeLeftBehindIsTakenOverByAnother() throws Exception {
    failure = Optional.of(new ResourceException("The node dies."));
    arrive("ack.json", json("m-1"));
    pickup.look();
    failure = Optional.empty();
    pickup("node2", NOW.plus(Duration.ofMinutes(6))).look();
    assertThat(delivered).hasSize(1);
    assertThat(names("claimed")).isEmpty();
    assertThat(names("done")).containsExactly("ack.json");
  }

  @Test
  void aNameThatComesAgainIsKeptTwice() throws Exception {
    arrive("ack.json", json("m-1"));
    pickup.look();
    arrive("ack.json", json("m-2"));
    pickup.look();
    assertThat(names("done")).hasSize(2).contains("ack.json");
  }

  @Test
  void manyNodesPickEachFileUpOnce() throws Exception {
    int files = 200;
    for (int i = 0; i < files; i++) {
      arrive("ack-" + i + ".json", json("m-" + i));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Callable<Void>> nodes = IntStream.range(0, 4).<Callable<Void>>mapToObj(node -> () -> {
      pickup("node" + node, NOW).look();
      return null;
    }).toList();
    for (Future<Void> node : threads.invokeAll(nodes)) {
      node.get();
    }
    threads.shutdown();
    assertThat(delivered).extracting(Acknowledgement::messageId).doesNotHaveDuplicates().hasSize(files);
    assertThat(names("done")).hasSize(files);
  }

  @Test
  void aFolderThatIsNotThereIsNeverMade() throws Exception {
    Files.delete(folder);
    assertThatThrownBy(pickup::look).isInstanceOf(IOException.class);
    assertThat(folder).doesNotExist();
    Files.createDirectory(folder);
  }
}
