package org.casebound.fulfillment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.archive.ArchiveTrust.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two installations: the test signs, the live one trusts it. */
class ArchiveSigningTest {
  private final KeyPair keys = keys();
  private final ArchiveSigning test =
      signing(Map.of("casebound.archives.signer", "test.example", "casebound.archives.signing-key", base64(keys.getPrivate().getEncoded())));
  private final ArchiveSigning live = signing(Map.of("casebound.archives.trusted", "other=" + base64(keys().getPublic().getEncoded()) + ",test.example=" + base64(keys.getPublic().getEncoded())));

  @Test
  void aSignatureOfAKnownSignerIsTrustedAlsoAfterItsWayThroughAFile() {
    BundleArchive arrived = ArchiveReader.read("a.zip", ArchiveWriter.write(test.signed(Archives.demo())));
    assertThat(live.trust(arrived)).isEqualTo(new ArchiveTrust(Standing.TRUSTED, Optional.of("test.example"), true));
  }

  @Test
  void signingAgainGivesTheSameBytes() {
    assertThat(ArchiveWriter.write(test.signed(Archives.demo()))).isEqualTo(ArchiveWriter.write(test.signed(Archives.demo())));
  }

  @Test
  void aChangedArchiveIsRefusedWhateverThePolicy() {
    BundleArchive other = BundleArchive.of(List.of(new ArchivedBundle("Evil", 1, "x")));
    BundleArchive forged = other.signed(test.signed(Archives.demo()).signature());
    assertThatThrownBy(() -> live.trust(forged))
        .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("BUNDLE-005"))
        .hasMessageContaining("test.example");
    BundleArchive nonsense = other.signed(Optional.of(new ArchiveSignature("test.example", new byte[] {1})));
    assertThatThrownBy(() -> live.trust(nonsense)).isInstanceOf(RuleViolation.class);
  }

  @Test
  void withoutAKeyNothingIsSigned() {
    assertThat(live.signed(test.signed(Archives.demo())).signature()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"warn, true", "refuse, false"})
  void thePolicySaysWhatBecomesOfOthers(String policy, boolean accepted) {
    ArchiveSigning strict = signing(Map.of("casebound.archives.others", policy));
    assertThat(strict.trust(Archives.demo())).isEqualTo(new ArchiveTrust(Standing.UNSIGNED, Optional.empty(), accepted));
    assertThat(strict.trust(test.signed(Archives.demo())))
        .isEqualTo(new ArchiveTrust(Standing.UNKNOWN_SIGNER, Optional.of("test.example"), accepted));
  }

  @Test
  void whoIsNotAcceptedIsRefusedWithASentence() {
    assertThatThrownBy(() -> new ArchiveTrust(Standing.UNSIGNED, Optional.empty(), false).require())
        .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("BUNDLE-004"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "casebound.archives.signer | a b",
        "casebound.archives.signing-key | c2VjcmV0",
        "casebound.archives.signing-key | %%",
        "casebound.archives.trusted | nonsense",
        "casebound.archives.trusted | a=%%",
        "casebound.archives.others | perhaps"
      })
  void aSettingWithoutSenseStopsTheStartAndShowsNoKey(String setting, String value) {
    assertThatThrownBy(() -> signing(Map.of(setting, value)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("CBD10020: setting " + setting + " must be ")
        .hasMessageNotContaining("c2VjcmV0")
        .hasNoCause();
  }

  private static ArchiveSigning signing(Map<String, String> settings) {
    return new ArchiveSigning(SigningSettings.from(new MapConfig(new TreeMap<>(settings))));
  }

  private static KeyPair keys() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
