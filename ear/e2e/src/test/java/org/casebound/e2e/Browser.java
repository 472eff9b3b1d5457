package org.casebound.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Chromium for the tests, one for the whole run, driven by Playwright. Each {@link #newContext} is a person of its own: no cookie is
 * shared. Not thread-safe.
 */
public final class Browser {

  /** Nothing that talks to the world behind the test's back. */
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** How long an action or an assertion waits for the page: long, because a busy machine needs long. */
  private static final double TIMEOUT_MILLIS = 15_000;

  private static final boolean PICTURES = Boolean.getBoolean("casebound.screenshots");

  private static @Nullable Browser shared;

  private final com.microsoft.playwright.Browser chromium;

  private Browser(com.microsoft.playwright.Browser chromium) {
    this.chromium = chromium;
  }

  /**
   * The run's browser, started at the first call.
   *
   * @throws IllegalStateException saying what to install when this machine has no browser
   */
  public static synchronized Browser shared() {
    if (shared == null) {
      PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
      Path executable = BrowserExecutable.find();
      Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "end browser"));
      shared =
          new Browser(
              playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setHeadless(true).setArgs(ARGUMENTS)));
    }
    return shared;
  }

  /** A fresh person at a desktop screen of 1280 x 800 pixels: English, light. Close it after the test. */
  public BrowserContext newContext(CaseboundServer server) {
    return newContext(server, ColorScheme.LIGHT, 1280, 800);
  }

  /**
   * A fresh person with the given taste and screen.
   *
   * @param width in CSS pixels
   * @param height in CSS pixels
   */
  public BrowserContext newContext(CaseboundServer server, ColorScheme scheme, int width, int height) {
    return begin(options(server, width, height).setColorScheme(scheme));
  }

  /** A fresh person whose browser runs no scripts. */
  public BrowserContext newContextWithoutScripts(CaseboundServer server, int width, int height) {
    return begin(options(server, width, height).setJavaScriptEnabled(false));
  }

  private static NewContextOptions options(CaseboundServer server, int width, int height) {
    return new NewContextOptions().setBaseURL(server.address().toString()).setLocale("en").setViewportSize(width, height);
  }

  private BrowserContext begin(NewContextOptions options) {
    BrowserContext context = chromium.newContext(options);
    context.setDefaultTimeout(TIMEOUT_MILLIS);
    return context;
  }

  /** With {@code -Dcasebound.screenshots=true}, keeps a picture of the whole page in {@code target/screenshots/<name>.png}. */
  public static void picture(Page page, String name) {
    if (PICTURES) {
      Path file = Settings.path("casebound.e2e.directory").resolve("screenshots").resolve(name + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
  }
}
