package org.casebound.bundles;

/** The command can not go on. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  /** @param message what is wrong and how to mend it */
  CommandFailure(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  ExitCode code() {
    return code;
  }
}
