package org.casebound.e2e.incontainer;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.casebound.e2e.incontainer.extension.Printer;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The packaged EAR as it is shipped, with one more WAR that carries the test class into the container, and a module of an installation. */
final class CaseboundArchive {

  private static final String DESCRIPTOR = "META-INF/application.xml";
  private static final String END_OF_MODULES = "<library-directory>";
  private static final String EXTENSION = "<module><ejb>extension.jar</ejb></module>\n  ";
  private static final String TESTS =
      "<module><web><web-uri>tests.war</web-uri><context-root>/in-container-tests</context-root></web></module>\n  ";

  private CaseboundArchive() {}

  static EnterpriseArchive with(Class<?>... tests) {
    EnterpriseArchive ear =
        ShrinkWrap.create(ZipImporter.class, "casebound.ear").importFrom(new File(System.getProperty("casebound.ear"))).as(EnterpriseArchive.class);
    String descriptor = descriptor(ear);
    ear.delete(DESCRIPTOR);
    ear.add(new StringAsset(descriptor.replace(END_OF_MODULES, EXTENSION + TESTS + END_OF_MODULES)), DESCRIPTOR);
    WebArchive war = ShrinkWrap.create(WebArchive.class, "tests.war").addClasses(tests).addAsWebInfResource(new StringAsset(""), "beans.xml");
    JavaArchive extension =
        ShrinkWrap.create(JavaArchive.class, "extension.jar").addPackage(Printer.class.getPackage()).addAsManifestResource(new StringAsset(""), "beans.xml");
    return ear.addAsModule(extension).addAsModule(Testable.archiveToTest(war));
  }

  private static String descriptor(EnterpriseArchive ear) {
    try (InputStream stream = ear.get(DESCRIPTOR).getAsset().openStream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
