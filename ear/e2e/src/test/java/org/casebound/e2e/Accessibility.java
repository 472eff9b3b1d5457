package org.casebound.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Collectors;

/** Checks pages with axe against WCAG 2.2, levels A and AA, and that nobody has to scroll sideways. */
public final class Accessibility {

  private static final List<String> TAGS = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  private Accessibility() {}

  /**
   * Asserts that axe finds nothing on the page as it is shown now.
   *
   * @throws AssertionError with each rule that is broken, and where
   */
  public static void expectNoViolation(Page page) {
    // No page has a frame, so nothing is missed by the mode that does not open a second page for each analysis.
    List<Rule> violations = new AxeBuilder(page).withTags(TAGS).setLegacyMode(true).analyze().getViolations();
    if (!violations.isEmpty()) {
      throw new AssertionError(
          "axe found on " + page.url() + ":\n" + violations.stream().map(Accessibility::describe).collect(Collectors.joining("\n")));
    }
  }

  /** Asserts that the page is no wider than its window. */
  public static void expectNothingSticksOut(Page page) {
    Object over = page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assertThat(over).as("pixels that stick out sideways on " + page.url()).isEqualTo(0);
  }

  private static String describe(Rule rule) {
    String places = rule.getNodes().stream().map(CheckedNode::getHtml).collect(Collectors.joining("\n    "));
    return rule.getId() + " (" + rule.getImpact() + "): " + rule.getHelp() + "\n    " + places;
  }
}
