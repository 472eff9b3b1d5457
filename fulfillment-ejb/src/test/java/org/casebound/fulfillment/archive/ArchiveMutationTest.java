package org.casebound.fulfillment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.casebound.fulfillment.studio.BundleRefused;

/** The longer form: {@code -Dcasebound.bundle.mutations=100000}. */
class ArchiveMutationTest {
  private static final int MUTATIONS = Integer.getInteger("casebound.bundle.mutations", 300);
  private static final byte[] WHOLE =
      ArchiveWriter.write(Archives.demo().signed(java.util.Optional.of(new ArchiveSignature("test", new byte[64]))));
  private static final List<String> PATHS =
      List.of("SHA256SUMS", "SIGNATURE", "processes/Address_Update-1.yaml", "processes/A-2.yaml", "../x", "", "processes/", "SHA256SUMS/");

  @Property(tries = 1, shrinking = ShrinkingMode.OFF)
  void anArchiveWithChangedBytesIsReadOrRefusedWithPlaces(@ForAll @IntRange(min = 0) int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = WHOLE;
      for (int change = 1 + random.nextInt(4); change > 0; change--) {
        bytes = mutated(bytes, random);
      }
      accept(bytes);
    }
  }

  /** The container is right, and what is in it is not: files exchanged, renamed, cut, or changed with their checksum. */
  @Property(tries = 1, shrinking = ShrinkingMode.OFF)
  void anArchiveWithChangedFilesIsReadOrRefusedWithPlaces(@ForAll @IntRange(min = 0) int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < MUTATIONS; i++) {
      Map<String, byte[]> files = new LinkedHashMap<>(Archives.unpacked(WHOLE));
      String changed = new ArrayList<>(files.keySet()).get(random.nextInt(files.size()));
      switch (random.nextInt(4)) {
        case 0 -> files.remove(changed);
        case 1 -> files.put(PATHS.get(random.nextInt(PATHS.size())), files.get(changed));
        default -> files.put(changed, mutated(files.get(changed), random));
      }
      accept(Archives.packed(files));
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return bytes;
    }
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(5)) {
      case 0 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 1 -> {
        byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 1 + random.nextInt(200)));
        return joined(bytes, part, random.nextInt(bytes.length));
      }
      case 2 -> {
        byte[] longer = joined(bytes, "\u0000\n".getBytes(StandardCharsets.UTF_8), at);
        longer[Math.min(at + 1, longer.length - 1)] = (byte) random.nextInt(256);
        return longer;
      }
      default -> {
        // Most places of an archive are texts; its structure is in the heads of the files and at the end.
        int head = random.nextBoolean() ? Math.max(0, bytes.length - 1 - random.nextInt(400)) : at % 120;
        byte[] copy = bytes.clone();
        copy[Math.min(head, copy.length - 1)] ^= (byte) (1 << random.nextInt(8));
        return copy;
      }
    }
  }

  private static byte[] joined(byte[] bytes, byte[] part, int at) {
    byte[] joined = new byte[bytes.length + part.length];
    System.arraycopy(bytes, 0, joined, 0, at);
    System.arraycopy(part, 0, joined, at, part.length);
    System.arraycopy(bytes, at, joined, at + part.length, bytes.length - at);
    return joined;
  }

  private static void accept(byte[] bytes) {
    try {
      BundleArchive archive = ArchiveReader.read("m.zip", bytes);
      assertThat(archive.bundles()).isNotEmpty();
      assertThat(ArchiveReader.read("again.zip", ArchiveWriter.write(archive)).bundles()).isEqualTo(archive.bundles());
    } catch (BundleRefused refused) {
      assertThat(refused.problems())
          .isNotEmpty()
          .allSatisfy(
              problem -> {
                assertThat(problem.file()).isNotBlank();
                assertThat(problem.line()).isPositive();
                assertThat(problem.column()).isPositive();
                assertThat(problem.message()).isNotBlank();
                assertThat(problem.mend()).isNotBlank();
              });
    } catch (RuntimeException | Error e) {
      throw new AssertionError("not handled: " + e + " for archive " + java.util.Base64.getEncoder().encodeToString(bytes), e);
    }
  }
}
