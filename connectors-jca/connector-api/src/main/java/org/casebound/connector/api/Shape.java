package org.casebound.connector.api;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which members the input or the result of an operation has.
 *
 * @param members those that are known, with different names
 * @param open whether there may be others
 */
public record Shape(List<Member> members, boolean open) {

  /** Of which nothing is known. */
  public static final Shape ANY = new Shape(List.of(), true);

  /**
   * One member.
   *
   * @param name as in the input or the result
   * @param types what its value may be; not empty
   * @param required whether it is always there
   */
  public record Member(String name, Set<ValueType> types, boolean required) {

    /** @throws IllegalArgumentException when the name is blank or there is no type */
    public Member {
      types = Set.copyOf(types);
      if (name.isBlank() || types.isEmpty()) {
        throw new IllegalArgumentException("A member has a name and a type.");
      }
    }

    /** The types in words, e.g. {@code text or list}. */
    public String typesInWords() {
      return types.equals(ValueType.ANY)
          ? "any value"
          : types.stream().sorted().map(type -> type.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" or "));
    }
  }

  /** @throws IllegalArgumentException when two members have one name */
  public Shape {
    members = List.copyOf(members);
    Set<String> names = new HashSet<>();
    if (!members.stream().map(Member::name).allMatch(names::add)) {
      throw new IllegalArgumentException("Two members have one name: " + members);
    }
  }

  /** Exactly these members, and no others. */
  public static Shape of(Member... members) {
    return new Shape(List.of(members), false);
  }

  /** The member of that name, when it is known. */
  public Optional<Member> member(String name) {
    return members.stream().filter(member -> member.name().equals(name)).findFirst();
  }

  /** Whether there may be a member of that name. */
  public boolean mayHave(String name) {
    return open || member(name).isPresent();
  }

  /** What does not fit, each a sentence; empty when the values have this shape. */
  public List<String> misfits(Map<String, Object> values) {
    List<String> found = new ArrayList<>();
    members.stream()
        .filter(member -> member.required() && !values.containsKey(member.name()))
        .forEach(member -> found.add("'%s' is missing.".formatted(member.name())));
    values.forEach((name, value) -> misfit(name, value).ifPresent(found::add));
    return found;
  }

  private Optional<String> misfit(String name, Object value) {
    if (!mayHave(name)) {
      return Optional.of("'%s' is not known.".formatted(name));
    }
    return member(name)
        .filter(member -> Stream.of(ValueType.values()).filter(member.types()::contains).noneMatch(type -> type.fits(value)))
        .map(member -> "'%s' is no %s.".formatted(name, member.typesInWords()));
  }
}
