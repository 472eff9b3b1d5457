package org.casebound.domain.shared;

/** The English article before a name that only the running program knows. */
public final class Article {
  private Article() {}

  /** The name with its article, inside a sentence: {@code an Attachment}, {@code a Url}. */
  public static String with(String name) {
    // A u at the beginning of a name is nearly always spoken as in Url or User.
    boolean vowel = !name.isEmpty() && "aeioAEIO".indexOf(name.charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + name;
  }

  /** The name with its article, at the beginning of a sentence: {@code An Attachment}. */
  public static String begins(String name) {
    return "A" + with(name).substring(1);
  }
}
