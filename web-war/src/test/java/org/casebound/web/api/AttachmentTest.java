package org.casebound.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachmentTest {
  @Test
  void keepsAPlainName() {
    assertThat(Attachment.named("proof.pdf")).isEqualTo("attachment; filename=\"proof.pdf\"; filename*=UTF-8''proof.pdf");
  }

  @Test
  void letsNoNameBreakOutOfTheHeader() {
    assertThat(Attachment.named("a\"b;\r\nX: y/ü €.pdf"))
        .isEqualTo("attachment; filename=\"a_b___X: y__ _.pdf\"; filename*=UTF-8''a%22b%3B%0D%0AX%3A%20y%2F%C3%BC%20%E2%82%AC.pdf");
  }
}
