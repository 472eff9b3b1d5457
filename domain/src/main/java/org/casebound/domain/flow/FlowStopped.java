package org.casebound.domain.flow;

/** Ends one run of the machine: the definition can not say how to go on. Never leaves the package. */
final class FlowStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String reason;

  FlowStopped(String code, String reason) {
    super(reason);
    this.code = code;
    this.reason = reason;
  }

  String code() {
    return code;
  }

  String reason() {
    return reason;
  }
}
