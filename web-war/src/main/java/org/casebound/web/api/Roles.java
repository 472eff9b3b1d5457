package org.casebound.web.api;

/** Names the extension of the API's document that lists the roles which may call an operation. */
final class Roles {
  /** Name of the extension; its value is a list of role names, separated by commas. */
  static final String NAME = "x-roles";

  private Roles() {}
}
