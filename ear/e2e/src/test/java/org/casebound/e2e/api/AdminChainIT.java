package org.casebound.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.casebound.e2e.Api;
import org.casebound.e2e.CaseboundServer;
import org.casebound.e2e.Database;
import org.casebound.e2e.EmbeddedPostgresDatabase;
import org.casebound.e2e.ServerLogOnFailure;
import org.casebound.e2e.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody changes what was kept of changes of administration without being noticed. On PostgreSQL, which a test reaches beside the server. */
@ExtendWith(ServerLogOnFailure.class)
class AdminChainIT {
  private static final String PATH = "/api/v1/admin-changes";
  private static final String RULE = "/api/v1/studio/publication-rule";

  private final CaseboundServer server = SharedServer.on(Database.POSTGRESQL);
  private final Api admin = server.as("admin");

  @Test
  void aRowThatSomebodyTamperedWithIsNamed() throws SQLException {
    admin.put(RULE, Map.of("fourEyes", true)).expect(200);
    admin.put(RULE, Map.of("fourEyes", false)).expect(200);
    long last = newest().path("id").asLong();
    execute("update admin_change set actor = ? where id = " + (last - 1), "nobody");
    assertBroken(last - 1);
    execute("update admin_change set actor = ? where id = " + (last - 1), "admin");
    assertIntact(last);
    execute("update admin_change set kind = ? where id = " + last, "WEATHER");
    assertBroken(last);
    assertThat(newest().path("kind").asText()).isEqualTo("WEATHER");
    execute("update admin_change set kind = ? where id = " + last, "PUBLICATION_RULE");
    execute("update admin_change set id = 99999999 where id = " + last + " and kind = ?", "PUBLICATION_RULE");
    assertBroken(last);
    execute("update admin_change set id = " + last + " where id = 99999999 and kind = ?", "PUBLICATION_RULE");
    assertIntact(last);
  }

  private void execute(String sql, String value) throws SQLException {
    try (Connection connection = EmbeddedPostgresDatabase.shared().connect(server.databaseName());
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, value);
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private void assertIntact(long last) {
    JsonNode checked = admin.get(PATH + "/check").expect(200).json();
    assertThat(checked.path("intact").asBoolean()).as("%s", checked).isTrue();
    assertThat(checked.path("checked").asLong()).isEqualTo(last);
  }

  private void assertBroken(long id) {
    JsonNode checked = admin.get(PATH + "/check").expect(200).json();
    assertThat(checked.path("intact").asBoolean()).as("%s", checked).isFalse();
    assertThat(checked.path("broken").asLong()).as("%s", checked).isEqualTo(id);
  }

  private JsonNode newest() {
    return admin.get(PATH + "?size=1").expect(200).json().at("/items/0");
  }
}
