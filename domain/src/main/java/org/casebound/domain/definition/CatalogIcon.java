package org.casebound.domain.definition;

import java.util.List;

/** Pictures that a service can have in the catalog: names of icons of PrimeIcons. */
public final class CatalogIcon {
  /** That of a service which names none. */
  public static final String USUAL = "briefcase";

  /** All of them, by the alphabet. */
  public static final List<String> NAMES =
      List.of(
          "address-book", "book", "briefcase", "building", "calendar", "car", "chart-line", "clock", "cog", "comments", "copy",
          "credit-card", "database", "desktop", "dollar", "envelope", "euro", "exclamation-triangle", "file", "file-edit",
          "flag", "gift", "globe", "heart", "home", "id-card", "key", "language", "list-check", "lock", "map-marker",
          "megaphone", "mobile", "money-bill", "percentage", "phone", "receipt", "replay", "server", "shield", "shopping-cart",
          "star", "sync", "ticket", "truck", "undo", "unlock", "user", "users", "wallet", "warehouse", "wrench");

  private CatalogIcon() {}
}
