package org.casebound.e2e.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.casebound.e2e.Browser;
import org.casebound.e2e.CaseboundServer;

/**
 * Somebody in front of the console, with a browser of his own. What his browser complains of (CSP, script errors) is kept, and what it asks
 * another host for.
 */
final class Person implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Person(CaseboundServer server, BrowserContext context) {
    this.context = context;
    this.page = context.newPage();
    String home = server.address() + "/";
    page.onRequest(request -> {
      if (request.url().startsWith("http") && !request.url().startsWith(home)) {
        complaints.add("asked another host for " + request.url());
      }
    });
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            complaints.add(message.text());
          }
        });
  }

  /** Somebody who has not signed in yet. */
  static Person stranger(CaseboundServer server) {
    return new Person(server, Browser.shared().newContext(server));
  }

  /** A demo user at a desktop. */
  static Person signedIn(CaseboundServer server, String user) {
    return signedIn(server, user, ColorScheme.LIGHT, 1440, 900);
  }

  static Person signedIn(CaseboundServer server, String user, ColorScheme scheme, int width, int height) {
    Person person = new Person(server, Browser.shared().newContext(server, scheme, width, height));
    person.open("/");
    person.signIn(user, user + "-demo");
    return person;
  }

  void signIn(String user, String password) {
    page.getByLabel("User name").fill(user);
    page.getByLabel("Password").fill(password);
    button("Sign in").click();
    page.waitForLoadState();
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** Opens an address and answers its HTTP status. */
  int open(String address) {
    return page.navigate(address).status();
  }

  /** Leaves the console, signed in: no page of his reads itself again while a test counts. */
  void lookAway() {
    page.navigate("about:blank");
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true)).first();
  }

  Locator heading() {
    return page.locator("h1");
  }

  /** The message at the top of the page. */
  Locator notice() {
    return page.locator(".notices li").first();
  }

  /** Goes back, from a page that is ready: until then its script may take the name of its messages out of the address. */
  void goBack() {
    page.waitForLoadState();
    page.goBack();
  }

  /** Presses keys one after the other, each on a page that is ready for it. */
  void press(String... keys) {
    for (String key : keys) {
      page.waitForLoadState();
      page.keyboard().press(key);
    }
  }

  /** The row of that case in the list, on whichever page of it. */
  Locator row(String caseNumber) {
    Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(caseNumber));
    while (row.count() == 0 && nextPage()) {
      // until it is found
    }
    return row;
  }

  /** Goes to the next page of the list, if there is one. */
  boolean nextPage() {
    Locator next = page.locator("a[rel=next]");
    if (next.count() == 0) {
      return false;
    }
    follow(next);
    return true;
  }

  /** Clicks a link, and waits until the page behind it is there. */
  void follow(Locator link) {
    String address = (String) link.evaluate("link => link.href");
    link.click();
    page.waitForURL(url -> url.equals(address));
  }

  void expectNoComplaint() {
    assertThat(complaints).as("what the browser complained of").isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
