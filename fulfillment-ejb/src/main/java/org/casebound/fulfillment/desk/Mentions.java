package org.casebound.fulfillment.desk;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that a text mentions: {@code @} and a user name, not inside a word, so that a mail address mentions nobody. */
final class Mentions {
  private static final Pattern MENTION = Pattern.compile("(?<![\\w.@+-])@([\\p{L}\\p{N}_](?:[\\p{L}\\p{N}_.-]{0,253}[\\p{L}\\p{N}_])?)");

  private Mentions() {}

  /** The names, each once. */
  static Set<String> in(String text) {
    Set<String> names = new TreeSet<>();
    Matcher found = MENTION.matcher(text);
    while (found.find()) {
      names.add(found.group(1));
    }
    return names;
  }
}
