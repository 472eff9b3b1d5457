package org.casebound.web.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What each role may do: the operations of the API, as its document tells their roles; the pages do nothing else. */
record RoleMatrix(List<Group> groups) {
  /** All roles, in the order of the columns. */
  static final List<String> ROLES = List.of("requester", "agent", "lead", "process-owner", "operator", "administrator", "integration");

  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /** Operations that belong together. */
  public record Group(String name, List<Row> rows) {}

  /**
   * An operation.
   *
   * @param address method and path
   * @param roles who may call it
   */
  public record Row(String summary, String address, Set<String> roles) {
    /** Whether the role may call it. */
    public boolean permits(String role) {
      return roles.contains(role);
    }
  }

  /** The matrix of the document that this version was built with. */
  static RoleMatrix ofThisVersion() {
    try (InputStream document = RoleMatrix.class.getResourceAsStream("openapi.yaml")) {
      if (document == null) {
        throw new IllegalStateException("the document of the API is not in the application");
      }
      return read(document);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static RoleMatrix read(InputStream document) {
    Map<String, List<Row>> groups = new TreeMap<>();
    Map<?, ?> root = map(new Load(LoadSettings.builder().build()).loadFromInputStream(document));
    map(root.get("paths")).forEach((path, operations) -> map(operations).forEach((method, operation) -> add(groups, path.toString(), method.toString(), operation)));
    return new RoleMatrix(groups.entrySet().stream().map(each -> new Group(each.getKey(), List.copyOf(each.getValue()))).toList());
  }

  private static void add(Map<String, List<Row>> groups, String path, String method, Object described) {
    if (!METHODS.contains(method)) {
      return;
    }
    Map<?, ?> operation = map(described);
    Set<String> roles = Arrays.stream(text(operation, "x-roles").split(",")).map(String::strip).filter(ROLES::contains).collect(Collectors.toSet());
    String tag = operation.get("tags") instanceof List<?> tags && !tags.isEmpty() ? String.valueOf(tags.get(0)) : "";
    String address = method.toUpperCase(Locale.ROOT) + " " + path;
    groups.computeIfAbsent(tag, name -> new ArrayList<>()).add(new Row(text(operation, "summary"), address, roles));
  }

  /** Only what this role may do; groups without anything are left out. */
  RoleMatrix of(String role) {
    return new RoleMatrix(
        groups.stream()
            .map(group -> new Group(group.name(), group.rows().stream().filter(row -> row.permits(role)).toList()))
            .filter(group -> !group.rows().isEmpty())
            .toList());
  }

  /** How many operations there are. */
  int size() {
    return groups.stream().mapToInt(group -> group.rows().size()).sum();
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(Map<?, ?> operation, String member) {
    Object value = operation.get(member);
    return value == null ? "" : value.toString();
  }
}
