package org.casebound.e2e.incontainer;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebound.e2e.incontainer.extension.Printer;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.ResourceAdapterArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The packaged EAR as it is shipped, with one more WAR that carries the test class into the container, and what an installation may put into it:
 * a module of its own, and the connectors that are mostly deployed beside the EAR, each with a connection factory at {@code java:/eis/inside/}.
 */
final class CaseboundArchive {

  private static final String DESCRIPTOR = "META-INF/application.xml";
  private static final String END_OF_MODULES = "<library-directory>";
  private static final String EXTENSION = "<module><ejb>extension.jar</ejb></module>\n  ";
  private static final String TESTS =
      "<module><web><web-uri>tests.war</web-uri><context-root>/in-container-tests</context-root></web></module>\n  ";

  private static final String CONNECTOR = "<module><connector>%s-connector.rar</connector></module>\n  ";
  private static final String DEFINITION =
      """
      <ironjacamar xmlns="http://www.ironjacamar.org/doc/schema">
        <connection-definitions>
          <connection-definition class-name="org.casebound.connector.%1$s.%2$sManagedConnectionFactory" jndi-name="java:/eis/inside/%2$s"
            pool-name="inside%2$s"/>
        </connection-definitions>
      </ironjacamar>
      """;

  /** What the names of their classes begin with, by the names of their archives. */
  private static final Map<String, String> CONNECTORS = Map.of("file", "File", "jdbc", "Jdbc", "jms", "Jms", "mail", "Mail");

  private CaseboundArchive() {}

  static EnterpriseArchive with(Class<?>... tests) {
    EnterpriseArchive ear =
        ShrinkWrap.create(ZipImporter.class, "casebound.ear").importFrom(new File(System.getProperty("casebound.ear"))).as(EnterpriseArchive.class);
    String descriptor = descriptor(ear);
    ear.delete(DESCRIPTOR);
    ear.add(new StringAsset(descriptor.replace(END_OF_MODULES, connectors() + EXTENSION + TESTS + END_OF_MODULES)), DESCRIPTOR);
    WebArchive war = ShrinkWrap.create(WebArchive.class, "tests.war").addClasses(tests).addAsWebInfResource(new StringAsset(""), "beans.xml");
    JavaArchive extension =
        ShrinkWrap.create(JavaArchive.class, "extension.jar").addPackage(Printer.class.getPackage()).addAsManifestResource(new StringAsset(""), "beans.xml");
    CONNECTORS.forEach((connector, prefix) -> ear.addAsModule(connector(connector, prefix)));
    return ear.addAsModule(extension).addAsModule(Testable.archiveToTest(war));
  }

  private static String connectors() {
    return CONNECTORS.keySet().stream().map(CONNECTOR::formatted).collect(Collectors.joining());
  }

  private static ResourceAdapterArchive connector(String name, String prefix) {
    String archive = name + "-connector.rar";
    return ShrinkWrap.create(ZipImporter.class, archive)
        .importFrom(new File("../../connectors-jca/%1$s-connector-rar/target/%2$s".formatted(name, archive)))
        .as(ResourceAdapterArchive.class)
        .addAsManifestResource(new StringAsset(DEFINITION.formatted(name, prefix)), "ironjacamar.xml");
  }

  private static String descriptor(EnterpriseArchive ear) {
    try (InputStream stream = ear.get(DESCRIPTOR).getAsset().openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
