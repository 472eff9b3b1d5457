package org.casebound.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds a Chromium or Chrome on this machine; as root on a Debian-like system it installs one. */
final class BrowserExecutable {

  /** System property and, with underscores and capitals, environment variable that name the executable. */
  private static final String CHOSEN = "casebound.e2e.browser";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge");
  private static final List<String> ELSEWHERE =
      List.of(
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
          "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");
  private static final Path APT = Path.of("/usr/bin/apt-get");
  private static final long INSTALL_MINUTES = 10;

  private BrowserExecutable() {}

  static Path find() {
    return chosen().or(BrowserExecutable::present).or(BrowserExecutable::installed).orElseThrow(BrowserExecutable::missing);
  }

  private static Optional<Path> chosen() {
    String environment = System.getenv("CASEBOUND_E2E_BROWSER");
    return Optional.ofNullable(System.getProperty(CHOSEN, environment)).map(Path::of);
  }

  private static Optional<Path> present() {
    List<Path> candidates = new ArrayList<>();
    for (String folder : System.getenv().getOrDefault("PATH", "/usr/bin").split(java.io.File.pathSeparator)) {
      NAMES.forEach(name -> candidates.add(Path.of(folder, name)));
    }
    ELSEWHERE.forEach(place -> candidates.add(Path.of(place)));
    return candidates.stream().filter(Files::isExecutable).findFirst();
  }

  private static Optional<Path> installed() {
    if (!"root".equals(System.getProperty("user.name")) || !Files.isExecutable(APT)) {
      return Optional.empty();
    }
    if (!apt("install", "-y", "--no-install-recommends", "chromium")) {
      apt("update");
      apt("install", "-y", "--no-install-recommends", "chromium");
    }
    return present();
  }

  private static boolean apt(String... arguments) {
    List<String> command = new ArrayList<>(List.of(APT.toString(), "-q"));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(Settings.path("casebound.e2e.directory").resolve("browser-installation.log").toFile()));
      Process process = builder.start();
      return process.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static IllegalStateException missing() {
    return new IllegalStateException(
        "The browser tests need Chromium or Chrome: install it (Debian, Ubuntu: apt-get install chromium), "
            + "or name it with -D" + CHOSEN + "=/path/to/chrome or the environment variable CASEBOUND_E2E_BROWSER.");
  }
}
