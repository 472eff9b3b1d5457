package org.casebound.bundles;

/** {@code java -jar casebound-bundles.jar}: see {@link Arguments#USAGE}. */
public final class Main {
  private Main() {}

  /** Ends the JVM with an {@link ExitCode}. */
  public static void main(String[] arguments) {
    System.exit(run(arguments).number());
  }

  private static ExitCode run(String[] arguments) {
    try {
      Arguments wanted = Arguments.of(arguments, System.getenv());
      return new Command(wanted, new Server(wanted.server(), wanted.authorization()), System.out::println).run();
    } catch (CommandFailure failure) {
      System.err.println(failure.getMessage());
      return failure.code();
    }
  }
}
