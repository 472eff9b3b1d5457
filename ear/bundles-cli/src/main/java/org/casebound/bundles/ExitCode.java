package org.casebound.bundles;

/** What the command says to the shell that called it. */
enum ExitCode {
  /** Done; a plan has no obstacle, a verified archive is accepted. */
  DONE(0),
  /** The server refused, or something stands in the way. */
  REFUSED(1),
  /** The command was written wrongly, or a file can not be read or written. */
  USAGE(2),
  /** The server did not answer, or failed. */
  UNAVAILABLE(3),
  /** The server does not know the caller, or he may not do this. */
  FORBIDDEN(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
