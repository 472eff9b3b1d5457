package org.casebound.e2e;

import java.nio.file.Path;

/** What the build tells the tests by system properties (see the module's pom.xml). */
final class Settings {

  private Settings() {}

  static Path path(String name) {
    return Path.of(require(name)).toAbsolutePath().normalize();
  }

  static int number(String name, int fallback) {
    return Integer.getInteger(name, fallback);
  }

  static String require(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(
          "System property " + name + " is missing: run the tests with Maven (mvn verify), or give it as the pom.xml of ear/e2e does");
    }
    return value;
  }
}
