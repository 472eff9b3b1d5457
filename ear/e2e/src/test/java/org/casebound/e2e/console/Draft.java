package org.casebound.e2e.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Work that somebody has begun to type on the page of an address check. */
final class Draft {
  static final String TYPED = "Half a sentence, and <b>";

  private Draft() {}

  /** Claims the item, fills the form in, and goes on when all of it is saved. */
  static void type(Person agent, long item) {
    agent.open("/work/" + item);
    agent.button("Claim").click();
    agent.page().getByLabel("Comment").fill(TYPED);
    agent.page().getByLabel("Score").fill("7");
    agent.page().getByLabel("signature").check();
    agent.press("y");
    agent.page().getByLabel("Comment").focus();
    assertThat(agent.page().locator("#draft")).containsText("Draft saved");
    agent.page().waitForCondition(() -> "saved".equals(agent.page().locator("#draft").getAttribute("data-state")));
  }

  /** The page shows all that was typed, as a draft. */
  static void expectTyped(Person agent) {
    assertThat(agent.page().getByLabel("Comment")).hasValue(TYPED);
    assertThat(agent.page().getByLabel("Score")).hasValue("7");
    assertThat(agent.page().getByLabel("signature")).isChecked();
    assertThat(agent.page().locator("input[name=tick]:checked")).hasCount(1);
    assertThat(agent.page().locator("#draft")).containsText("Draft of");
  }
}
