package org.casebound.connector.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * What a connector says about itself: the result of the test kit, packed with its code as {@value #RESOURCE}. The kit
 * compares it with what it finds whenever the connector is built.
 *
 * @param level what a failed call may lead to
 * @param acknowledgements whether the kit has also tested the connector's inbound side
 * @param contract version of the contract that was tested, from 1; 0 where nothing is stated
 */
public record Conformance(ConformanceLevel level, boolean acknowledgements, int contract) {

  /** Where the statement lies in a connector's archive. */
  public static final String RESOURCE = "META-INF/casebound/conformance.properties";

  /** What is known of a connector that states nothing, such as any vendor's resource adapter. */
  public static final Conformance NONE = new Conformance(ConformanceLevel.UNPROVEN, false, 0);

  private static final String LEVEL = "level";
  private static final String ACKNOWLEDGEMENTS = "acknowledgements";
  private static final String CONTRACT = "contract";

  /** @throws IllegalArgumentException when the version is negative */
  public Conformance {
    Objects.requireNonNull(level, "level");
    if (contract < 0) {
      throw new IllegalArgumentException("A version of the contract is not negative.");
    }
  }

  /**
   * What the connector behind a connection factory states. It reads a small file each time; a caller that looks factories
   * up often keeps the answer as long as the factory.
   *
   * @param connectionFactory what JNDI gave: a {@link BackOfficeConnectionFactory} or any other connection factory
   * @return {@link #NONE} where nothing is stated or the statement can not be understood: never more than is known
   */
  public static Conformance of(Object connectionFactory) {
    ClassLoader loader = connectionFactory.getClass().getClassLoader();
    return loader == null ? NONE : statedIn(loader);
  }

  /** What the code behind a class loader states; as {@link #of(Object)}. */
  public static Conformance statedIn(ClassLoader loader) {
    try (InputStream statement = loader.getResourceAsStream(RESOURCE)) {
      if (statement == null) {
        return NONE;
      }
      Properties properties = new Properties();
      properties.load(statement);
      return of(properties).orElse(NONE);
    } catch (IOException e) {
      throw new UncheckedIOException("The conformance statement of a connector can not be read.", e);
    }
  }

  /** Reads a statement; empty when it can not be understood. */
  public static Optional<Conformance> of(Properties statement) {
    Optional<ConformanceLevel> level = Arrays.stream(ConformanceLevel.values())
        .filter(known -> known.name().equals(statement.getProperty(LEVEL)))
        .findFirst();
    String contract = statement.getProperty(CONTRACT, "");
    if (level.isEmpty() || !contract.matches("[1-9][0-9]{0,3}")) {
      return Optional.empty();
    }
    boolean inbound = Boolean.parseBoolean(statement.getProperty(ACKNOWLEDGEMENTS));
    return Optional.of(new Conformance(level.get(), inbound, Integer.parseInt(contract)));
  }

  /** This statement as the text of its file. */
  public String text() {
    return "# What the connector test kit found. Checked whenever the connector is built.\n"
        + LEVEL + "=" + level + "\n" + ACKNOWLEDGEMENTS + "=" + acknowledgements + "\n" + CONTRACT + "=" + contract + "\n";
  }
}
