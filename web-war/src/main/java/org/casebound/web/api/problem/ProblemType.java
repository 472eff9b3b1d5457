package org.casebound.web.api.problem;

/** The kinds of problem that the API answers with. The {@link #urn} is stable; clients decide by it. */
public enum ProblemType {
  MALFORMED_REQUEST(400, "malformed-request", "The request can not be read"),
  MALFORMED_JSON(400, "malformed-json", "The body is no JSON"),
  UNAUTHENTICATED(401, "unauthenticated", "Who are you?"),
  FORBIDDEN(403, "forbidden", "You may not do this"),
  CROSS_SITE(403, "cross-site", "The request comes from another site"),
  SIGNATURE_REFUSED(403, "signature-refused", "The signature does not fit"),
  NOT_FOUND(404, "not-found", "There is no such thing"),
  UNKNOWN_ACKNOWLEDGEMENT(404, "unknown-acknowledgement", "Nothing waits for this acknowledgement"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "The method is not offered here"),
  NOT_ACCEPTABLE(406, "not-acceptable", "The wanted media type is not offered here"),
  RULE_VIOLATION(409, "rule-violation", "A rule forbids this now"),
  STALE_RECORD(409, "stale-record", "Somebody else was first"),
  IDEMPOTENCY_CONFLICT(409, "idempotency-conflict", "The idempotency key is taken"),
  BODY_TOO_LARGE(413, "body-too-large", "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The media type of the body is not read here"),
  INVALID_REQUEST(422, "invalid-request", "The request has wrong content"),
  REQUEST_REFUSED(422, "request-refused", "The service request was refused"),
  BUNDLE_REFUSED(422, "bundle-refused", "The process bundle was refused"),
  INTERNAL(500, "internal", "Something went wrong on our side"),
  UNAVAILABLE(503, "unavailable", "Not available at the moment");

  private final int status;
  private final String name;
  private final String title;

  ProblemType(int status, String name, String title) {
    this.status = status;
    this.name = name;
    this.title = title;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** Stable name of the kind. */
  public String urn() {
    return "urn:casebound:problem:" + name;
  }

  /** What the kind means, the same for every occurrence. */
  public String title() {
    return title;
  }
}
