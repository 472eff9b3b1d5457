package org.casebound.fulfillment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.casebound.fulfillment.studio.BundleProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and that the file is named. */
class ArchiveReaderTest {
  private static final String ADDRESS_UPDATE = "processes/Address_Update-1.yaml";

  private final Map<String, byte[]> files = Archives.unpacked(ArchiveWriter.write(Archives.demo()));

  @Test
  void aChangedFileIsNamed() {
    files.put(ADDRESS_UPDATE, Archives.bytes("bundle: casebound/1\n"));
    expect(ADDRESS_UPDATE, "does not have the checksum");
  }

  @Test
  void everyFileThatIsMissingOrNotListedIsNamed() {
    files.put("processes/Stowaway-1.yaml", files.remove(ADDRESS_UPDATE));
    assertThat(Archives.refused(Archives.packed(files)))
        .extracting(BundleProblem::file)
        .containsExactly(ADDRESS_UPDATE, "processes/Stowaway-1.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.yaml", "/etc/passwd", "processes/../../x-1.yaml", "processes/", "processes/A-1.yaml/x", "processes\\A-1.yaml", "processes/A.yaml",
        "processes/A-0.yaml", "processes/A-1.YAML", "META-INF/MANIFEST.MF", "sha256sums", "processes/Ä-1.yaml", "C:x", "processes/A-99999999999.yaml", " "
      })
  void noOtherPathsAreTaken(String path) {
    files.put(path, new byte[0]);
    expect("a.zip", "where none may be");
  }

  @Test
  void aBombIsNotUnpacked() {
    byte[] zeros = new byte[64 * 1024 * 1024];
    files.put(ADDRESS_UPDATE, zeros);
    byte[] bomb = Archives.packed(files);
    assertThat(bomb.length).isLessThan(200_000);
    assertThat(Archives.refused(bomb)).singleElement().satisfies(problem -> assertThat(problem.toString()).isEqualTo(ADDRESS_UPDATE + ":1:1: The file is larger than 1 MiB. Split it: one process for each file."));
  }

  @Test
  void manySmallBombsAreNotUnpackedEither() {
    Map<String, String> texts = new LinkedHashMap<>();
    String large = "#".repeat(1024 * 1024);
    IntStream.rangeClosed(1, 20).forEach(i -> texts.put("processes/A-" + i + ".yaml", large));
    assertThat(Archives.refused(Archives.listed(texts))).singleElement().satisfies(problem -> assertThat(problem.message()).contains("larger than 16 MiB"));
  }

  @Test
  void tooManyFilesAreRefused() {
    Map<String, String> texts = new LinkedHashMap<>();
    IntStream.rangeClosed(1, 300).forEach(i -> texts.put("processes/A-" + i + ".yaml", "x"));
    assertThat(Archives.refused(Archives.listed(texts))).singleElement().satisfies(problem -> assertThat(problem.message()).contains("more than 200 bundles"));
  }

  @Test
  void aFileTwiceIsRefused() {
    byte[] one = ArchiveWriter.write(BundleArchive.of(java.util.List.of(new ArchivedBundle("A", 1, "x"), new ArchivedBundle("B", 1, "y"))));
    // Only the heads of the files: in the manifest two blanks come before the path.
    byte[] twice = new String(one, StandardCharsets.ISO_8859_1).replaceAll("(?<!  )processes/B-1", "processes/A-1").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(Archives.refused(twice)).singleElement().satisfies(problem -> assertThat(problem.message()).contains("twice"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "PK", "bundle: casebound/1\n", "PK\u0003\u0004"})
  void whatIsNoArchiveIsRefused(String text) {
    assertThat(Archives.refused(Archives.bytes(text))).singleElement().satisfies(problem -> assertThat(problem.file()).isEqualTo("a.zip"));
  }

  @Test
  void aFormatThatCameLaterIsRefusedWithItsReason() {
    files.put("SHA256SUMS", Archives.bytes("# casebound-archive/2\n"));
    expect("SHA256SUMS", "a format that is not known here");
  }

  @Test
  void everyWrongLineOfTheManifestHasItsPlace() {
    files.put("SHA256SUMS", Archives.bytes("# casebound-archive/1\nnonsense\n" + "0".repeat(64) + "  ../x\n"));
    assertThat(Archives.refused(Archives.packed(files)))
        .extracting(BundleProblem::toString)
        .containsExactly(
            "SHA256SUMS:2:1: This is no checksum with a path. Take the archive as it was exported.",
            "SHA256SUMS:3:67: No bundle may be at this path. A path is processes/<name>-<version>.yaml.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "signer: a b\ned25519: AAAA\n", "signer: a\ned25519: %%\n", "signer: a\ned25519: A\n"})
  void whatIsNoSignatureIsRefused(String text) {
    files.put("SIGNATURE", Archives.bytes(text));
    expect("SIGNATURE", "no signature");
  }

  @Test
  void whatIsNoUtf8HasItsPlace() {
    byte[] content = {'a', '\n', (byte) 0xff};
    Map<String, byte[]> broken = new LinkedHashMap<>();
    broken.put("SHA256SUMS", Archives.bytes("# casebound-archive/1\n" + ArchiveManifest.sha256(content) + "  processes/A-1.yaml\n"));
    broken.put("processes/A-1.yaml", content);
    assertThat(Archives.refused(Archives.packed(broken))).singleElement().satisfies(problem -> assertThat(problem.toString()).startsWith("processes/A-1.yaml:2:1: "));
  }

  /** Made by the first version of the format; what is in the archives of installations stays readable. */
  @Test
  void theFirstArchiveEverIsStillRead() {
    byte[] first = Base64.getMimeDecoder().decode(Archives.text(java.nio.file.Path.of("src/test/resources/archives/first-format.zip.base64")));
    BundleArchive archive = ArchiveReader.read("first.zip", first);
    assertThat(archive.bundles()).extracting(ArchivedBundle::path).containsExactly("processes/First_Block-1.yaml", "processes/First_Gift-2.yaml");
    assertThat(archive.signature()).hasValueSatisfying(signature -> assertThat(signature.signer()).isEqualTo("first.example"));
    assertThat(ArchiveWriter.write(archive)).isEqualTo(first);
  }

  private void expect(String file, String message) {
    assertThat(Archives.refused(Archives.packed(files)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.file()).isEqualTo(file);
              assertThat(problem.message()).contains(message);
              assertThat(problem.line()).isEqualTo(1);
              assertThat(problem.column()).isEqualTo(1);
            });
  }
}
