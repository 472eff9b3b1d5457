package org.casebound.fulfillment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.casebound.domain.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class ArchiveWriterTest {

  @Test
  void theSameProcessesGiveTheSameBytesInWhateverOrderTheyCome() {
    BundleArchive archive = Archives.demo();
    List<ArchivedBundle> reversed = List.of(archive.bundles().get(1), archive.bundles().get(0));
    assertThat(ArchiveWriter.write(BundleArchive.of(reversed))).isEqualTo(ArchiveWriter.write(archive));
  }

  @Test
  void whatWasReadIsWrittenAgainByteForByte() {
    byte[] first = ArchiveWriter.write(Archives.demo());
    assertThat(ArchiveWriter.write(ArchiveReader.read("a.zip", first))).isEqualTo(first);
  }

  @Test
  void listsEveryFileAsSha256sumReadsIt() {
    Map<String, byte[]> files = Archives.unpacked(ArchiveWriter.write(Archives.demo()));
    assertThat(files.keySet()).containsExactly("SHA256SUMS", "processes/Address_Update-1.yaml", "processes/Fee_Inquiry-1.yaml");
    assertThat(new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8).lines())
        .containsExactly(
            "# casebound-archive/1",
            ArchiveManifest.sha256(files.get("processes/Address_Update-1.yaml")) + "  processes/Address_Update-1.yaml",
            ArchiveManifest.sha256(files.get("processes/Fee_Inquiry-1.yaml")) + "  processes/Fee_Inquiry-1.yaml");
  }

  @Test
  void anotherProgramMayPackTheFilesAnew() {
    byte[] first = ArchiveWriter.write(Archives.demo());
    byte[] packed = Archives.packed(new TreeMap<>(Archives.unpacked(first)));
    assertThat(packed).isNotEqualTo(first);
    assertThat(ArchiveReader.read("a.zip", packed).bundles()).isEqualTo(Archives.demo().bundles());
  }

  @Test
  void versionsOfOneProcessComeInTheirOrder() {
    BundleArchive archive = BundleArchive.of(List.of(new ArchivedBundle("A", 10, "ten"), new ArchivedBundle("A", 9, "nine")));
    assertThat(ArchiveReader.read("a.zip", ArchiveWriter.write(archive)).bundles()).extracting(ArchivedBundle::version).containsExactly(9, 10);
  }

  @Test
  void isNotLargerThanAnImportTakes() {
    BundleArchive archive = BundleArchive.of(IntStream.rangeClosed(1, 201).mapToObj(i -> new ArchivedBundle("P", i, "x")).toList());
    assertThatThrownBy(() -> ArchiveWriter.write(archive))
        .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("BUNDLE-010"));
  }
}
