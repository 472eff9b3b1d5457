package org.casebound.fulfillment.studio;

/** The text is not a YAML document that bundles may use. */
final class YamlProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Position position;
  private final String mend;

  YamlProblem(Position position, String message, String mend) {
    super(message);
    this.position = position;
    this.mend = mend;
  }

  Position position() {
    return position;
  }

  String mend() {
    return mend;
  }
}
