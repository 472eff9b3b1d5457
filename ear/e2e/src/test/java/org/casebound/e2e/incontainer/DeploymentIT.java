package org.casebound.e2e.incontainer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.resource.cci.ConnectionFactory;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.casebound.connector.api.BackOfficeConnectionFactory;
import org.casebound.fulfillment.calendar.PublicHolidays;
import org.casebound.fulfillment.config.Welcome;
import org.casebound.fulfillment.library.Templates;
import org.casebound.fulfillment.simulation.Simulator;
import org.casebound.test.ScenarioTests;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The shipped EAR deploys on the configured server, and its parts find each other. */
@ExtendWith(ArquillianExtension.class)
class DeploymentIT {

  @Inject private BeanManager beans;
  @Inject private Welcome welcome;
  @Inject private PublicHolidays holidays;
  @Inject private Simulator simulator;

  @Resource(lookup = "java:jboss/datasources/CaseboundDS")
  private DataSource database;

  @Deployment
  static EnterpriseArchive casebound() {
    return CaseboundArchive.with(DeploymentIT.class, ScenarioTests.class);
  }

  @Test
  void beansOfTheEjbModuleAreInjectable() {
    assertNotNull(beans);
    assertNotNull(welcome);
  }

  @Test
  void theDatabaseIsReachableAndNotXa() throws SQLException {
    try (Connection connection = database.getConnection()) {
      assertEquals("H2", connection.getMetaData().getDatabaseProductName());
    }
  }

  @Test
  void theHttpConnectorIsBoundForEachBackOffice() throws NamingException {
    for (String name : new String[] {"java:/eis/CoreBanking", "java:/eis/CardSystem"}) {
      Object factory = InitialContext.doLookup(name);
      assertTrue(factory instanceof ConnectionFactory || factory.getClass().getName().startsWith("org.casebound"), () -> "What is " + factory + "?");
    }
  }

  @Test
  void anyConnectorMayLieInTheEar() throws NamingException {
    for (String name : new String[] {"File", "Jdbc", "Jms", "Mail"}) {
      BackOfficeConnectionFactory factory = InitialContext.doLookup("java:/eis/inside/" + name);
      assertEquals(factory.operations().isEmpty(), !name.equals("Mail"));
      assertThrows(IllegalArgumentException.class, () -> factory.describe("? is no operation"));
    }
  }

  @Test
  void theTablesOfHolidaysAreReadWithTheServersXmlBinding() {
    LocalDate epiphany = LocalDate.of(2027, 1, 6);
    assertTrue(holidays.of("de", Optional.of("by")).test(epiphany));
    assertFalse(holidays.of("de", Optional.of("hh")).test(epiphany));
  }

  /** As docs/studio.md says: with the tools that the server runs cases with. */
  @Test
  void theScenariosOfAProcessAreTestsInTheServer() throws IOException {
    Path file = Files.createTempFile("complaint", ".yaml");
    try (InputStream template = Templates.class.getResourceAsStream("templates/complaint.yaml")) {
      String bundle = new String(template.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(file, bundle);
      List<DynamicTest> tests = new ScenarioTests(simulator).testsOf(file).toList();
      assertEquals(4, tests.size());
      for (DynamicTest test : tests) {
        assertDoesNotThrow(test.getExecutable()::execute, test.getDisplayName());
      }
      Files.writeString(file, bundle.replace("end: FULFILLED", "end: CANCELED"));
      DynamicTest wrong = new ScenarioTests(simulator).testsOf(file).findFirst().orElseThrow();
      AssertionError missed = assertThrows(AssertionError.class, wrong.getExecutable()::execute);
      assertTrue(missed.getMessage().contains("It ends FULFILLED, not CANCELED"), missed.getMessage());
    } finally {
      Files.delete(file);
    }
  }

  /** As docs/flows.md says: beans of another module of the EAR, found by their names. */
  @Test
  @RunAsClient
  void aFlowUsesWhatAnInstallationAdds() {
    new ExtendedProcess(URI.create("http://localhost:" + (8080 + Integer.getInteger("casebound.arquillian.port.offset")))).expectExtensionsToWork();
  }
}
