package org.casebound.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class RoleMatrixTest {
  private static final String DOCUMENT =
      """
      paths:
        /api/v1/nodes:
          get:
            x-roles: "operator, administrator"
            summary: "List the server\\
              \\ nodes"
            tags:
            - Operations
          post:
            x-roles: integration
            summary: Add a node
            tags:
            - Operations
          parameters: []
        /api/v1/cases:
          get:
            x-roles: agent
            summary: List cases
            tags:
            - Cases
      """;

  private final RoleMatrix matrix = RoleMatrix.read(new ByteArrayInputStream(DOCUMENT.getBytes(StandardCharsets.UTF_8)));

  @Test
  void groupsOperationsByTagWithTheirRoles() {
    assertThat(matrix.groups()).extracting(RoleMatrix.Group::name).containsExactly("Cases", "Operations");
    RoleMatrix.Row nodes = matrix.groups().get(1).rows().get(0);
    assertThat(nodes.summary()).isEqualTo("List the server nodes");
    assertThat(nodes.address()).isEqualTo("GET /api/v1/nodes");
    assertThat(RoleMatrix.ROLES).filteredOn(nodes::permits).containsExactly("operator", "administrator");
  }

  @Test
  void ofOneRoleOnlyWhatItMayDo() {
    assertThat(matrix.of("operator").groups()).extracting(RoleMatrix.Group::name).containsExactly("Operations");
    assertThat(matrix.of("operator").size()).isEqualTo(1);
    assertThat(matrix.of("requester").groups()).isEmpty();
  }

  @Test
  void ofThisVersionHasEveryOperationOfTheDocumentAndARoleForEach() throws Exception {
    RoleMatrix all = RoleMatrix.ofThisVersion();
    long documented = Files.readString(Path.of("../docs/openapi.yaml")).lines().filter(line -> line.startsWith("      operationId: ")).count();
    assertThat(all.size()).isEqualTo((int) documented).isGreaterThan(100);
    assertThat(all.groups()).flatExtracting(RoleMatrix.Group::rows).allSatisfy(row -> assertThat(row.roles()).as(row.address()).isNotEmpty());
    assertThat(all.groups()).flatExtracting(RoleMatrix.Group::rows).allSatisfy(row -> assertThat(row.summary()).as(row.address()).isNotBlank());
  }

  @Test
  void thereIsAWordForEachRole() {
    ResourceBundle texts = ResourceBundle.getBundle("org.casebound.web.console.texts", Locale.ENGLISH);
    assertThat(texts.keySet()).containsAll(RoleMatrix.ROLES.stream().map(role -> "roles.role." + role).toList());
  }
}
