package org.casebound.connector.tck;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.casebound.connector.api.Conformance;
import org.casebound.connector.api.ConformanceLevel;

/**
 * The statement that is packed with a connector, compared with what was found, or written anew with {@code
 * -Dcasebound.conformance.refresh=true}.
 *
 * @param declared what lies on the class path of the tests
 * @param file where the connector's sources keep it
 */
record Statement(Conformance declared, Path file) {
  /** Version of the contract that this kit tests; it grows when a check is added that a connector may fail. */
  static final int CONTRACT = 2;

  private static final String REFRESH = "casebound.conformance.refresh";

  /** The statement of the module that a test belongs to. */
  static Statement of(Class<?> test) {
    Path file = Path.of("src/main/resources").resolve(Conformance.RESOURCE);
    return new Statement(Boolean.getBoolean(REFRESH) ? read(file) : Conformance.statedIn(test.getClassLoader()), file);
  }

  /** What another contract may have written in this same run. */
  private static Conformance read(Path file) {
    if (!Files.exists(file)) {
      return Conformance.NONE;
    }
    try (Reader text = Files.newBufferedReader(file)) {
      Properties properties = new Properties();
      properties.load(text);
      return Conformance.of(properties).orElse(Conformance.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can not be read", e);
    }
  }

  /** @throws AssertionError when another level is stated than was reached */
  void compareLevel(ConformanceLevel reached) {
    settle(new Conformance(reached, declared.acknowledgements(), reached == ConformanceLevel.UNPROVEN ? declared.contract() : CONTRACT));
  }

  /** @throws AssertionError when the statement says something else about the inbound side */
  void compareAcknowledgements(boolean shown) {
    settle(new Conformance(declared.level(), shown, shown ? CONTRACT : declared.contract()));
  }

  private void settle(Conformance found) {
    if (found.equals(declared)) {
      return;
    }
    if (Boolean.getBoolean(REFRESH)) {
      write(found);
    } else {
      throw new AssertionError("The connector states " + words(declared) + ", but the test kit found " + words(found)
          + ". Mend the connector, or write " + file + " with -D" + REFRESH + "=true and build again.");
    }
  }

  private void write(Conformance found) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, found.text());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " can not be written", e);
    }
  }

  private static String words(Conformance conformance) {
    return conformance.level() + (conformance.acknowledgements() ? " with" : " without") + " acknowledgements (contract "
        + conformance.contract() + ")";
  }
}
