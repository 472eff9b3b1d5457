package org.casebound.e2e.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The command as a pipeline runs it: a process of its own against a real server. */
@ExtendWith(ServerLogOnFailure.class)
class BundlesCommandIT {
  private final CaseboundServer server = SharedServer.any();
  private final GiftProcess process = GiftProcess.strange();

  @TempDir private Path folder;

  /** What the command said, and its exit code. */
  private record Ended(int code, String output) {}

  @Test
  void aPipelineLooksImportsExportsAndVerifies() throws IOException {
    Path archive = Files.write(folder.resolve("gifts.zip"), Zip.unsigned(Map.of(process.entry(1), process.bundle(1))));
    Path names = Files.writeString(folder.resolve("live.names"), "# here\nqueue:" + process.queue() + " = front_office\n");

    Ended blocked = run("plan", archive.toString());
    assertThat(blocked.output()).contains("ADD " + process.name() + " version 1", "MISSING QUEUE " + process.queue(), "Obstacle: The queue");
    assertThat(blocked.code()).isEqualTo(1);
    Ended refused = run("import", archive.toString());
    assertThat(refused.output()).contains("Refused: Nothing was imported.", "(BUNDLE-003)");
    assertThat(refused.code()).isEqualTo(1);

    assertThat(run("plan", archive.toString(), "--map-file", names.toString())).satisfies(ended -> assertThat(ended.code()).as(ended.output()).isZero());
    Ended imported = run("import", archive.toString(), "--map-file", names.toString());
    assertThat(imported.output()).contains("ADD " + process.name() + " version 1");
    assertThat(imported.code()).isZero();

    Path exported = folder.resolve("exported.zip");
    assertThat(run("export", exported.toString(), process.name() + "@1").code()).isZero();
    assertThat(Zip.files(Files.readAllBytes(exported))).containsKey("processes/" + process.entry(1) + ".yaml");
    Ended verified = run("verify", exported.toString());
    assertThat(verified.output()).contains("Signed by 'shared.example', whose key is known here.", process.name() + " version 1");
    assertThat(verified.code()).isZero();

    Map<String, String> files = Zip.files(Files.readAllBytes(exported));
    files.computeIfPresent("processes/" + process.entry(1) + ".yaml", (path, text) -> text + "# added\n");
    Ended changed = run("verify", Files.write(folder.resolve("changed.zip"), Zip.of(files)).toString());
    assertThat(changed.output()).contains("processes/" + process.entry(1) + ".yaml:1:1: The file does not have the checksum of the manifest.");
    assertThat(changed.code()).isEqualTo(1);
  }

  @Test
  void aSingleBundleGoesTheSameWay() throws IOException {
    GiftProcess known = GiftProcess.known();
    Path bundle = Files.writeString(folder.resolve("gift.yaml"), known.bundle(1));
    assertThat(run("plan", bundle.toString()).output()).contains("ADD " + known.name());
    assertThat(run("import", bundle.toString()).output()).contains("The process is active.");
    Files.writeString(bundle, known.bundle(1).replace("type: Text", "type: Txt"));
    Ended wrong = run("plan", bundle.toString());
    assertThat(wrong.output()).contains("gift.yaml:12:13: ");
    assertThat(wrong.code()).isEqualTo(1);
  }

  @Test
  void theExitCodeSaysWhoseFaultItIs() throws IOException {
    Path archive = Files.write(folder.resolve("a.zip"), Zip.unsigned(Map.of(process.entry(1), process.bundle(1))));
    assertThat(run("destroy", archive.toString()).code()).isEqualTo(2);
    assertThat(run("plan", "/no/such/file.zip").code()).isEqualTo(2);
    Ended stranger = command(Map.of("CASEBOUND_URL", server.address().toString()), "plan", archive.toString());
    assertThat(stranger.code()).as(stranger.output()).isEqualTo(4);
    Ended agent = command(environment("agent"), "plan", archive.toString());
    assertThat(agent.code()).as(agent.output()).isEqualTo(4);
    Ended nobody = command(Map.of("CASEBOUND_URL", "http://localhost:1"), "verify", archive.toString());
    assertThat(nobody.code()).as(nobody.output()).isEqualTo(3);
    assertThat(nobody.output()).contains("http://localhost:1 does not answer").doesNotContain("\tat ");
  }

  private Ended run(String... arguments) throws IOException {
    return command(environment("owner"), arguments);
  }

  private Map<String, String> environment(String user) {
    return Map.of("CASEBOUND_URL", server.address().toString(), "CASEBOUND_USER", user, "CASEBOUND_PASSWORD", user + "-demo");
  }

  private Ended command(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-jar"));
    command.add(Path.of(System.getProperty("casebound.bundles.command")).toAbsolutePath().normalize().toString());
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process running = builder.start();
    try {
      assertThat(running.waitFor(60, TimeUnit.SECONDS)).as("ends in time").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      running.destroyForcibly();
    }
    return new Ended(running.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
  }
}
