package org.casebound.fulfillment.studio;

import java.util.Locale;

/** Labels for people who gave none. */
final class Names {
  private Names() {}

  /**
   * {@code verify_proof} and {@code verifyProof} become "Verify proof"; {@code Block_Card} becomes "Block card". A name without a word
   * stays as it is.
   */
  static String label(String name) {
    String spaced = name.replace('_', ' ').replaceAll("([a-z0-9])([A-Z])", "$1 $2");
    StringBuilder label = new StringBuilder();
    for (String word : spaced.split(" ")) {
      boolean abbreviation = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      label.append(label.isEmpty() ? "" : " ").append(abbreviation ? word : word.toLowerCase(Locale.ROOT));
    }
    return label.isEmpty() ? name : label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }
}
