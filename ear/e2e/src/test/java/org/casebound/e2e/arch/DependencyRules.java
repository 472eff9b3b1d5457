package org.casebound.e2e.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;

/** Which part may know which other part. */
record DependencyRules(String base) {

  private static final String ENTITY = "jakarta.persistence.Entity";

  List<HouseRule> all() {
    return List.of(domainIsSelfContained(), fulfillmentKnowsNoEdge(), connectorsKnowOnlyTheirSpi(), webTalksToBoundaries(), persistenceIsKept(), integrationIsKept());
  }

  private HouseRule domainIsSelfContained() {
    return new HouseRule(
        "R1",
        classes()
            .that()
            .resideInAPackage(base + ".domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", base + ".domain..", "org.jspecify..", "jakarta.persistence..", "jakarta.validation..")
            .because("the model is tested without a container and outlives every framework but JPA"));
  }

  private HouseRule fulfillmentKnowsNoEdge() {
    return new HouseRule(
        "R3",
        noClasses()
            .that()
            .resideInAPackage(base + ".fulfillment..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                base + ".web..",
                base + ".connector.base..",
                base + ".connector.http..",
                base + ".connector.jdbc..",
                base + ".connector.file..",
                base + ".connector.mail..",
                base + ".connector.jms..",
                base + ".demobank..",
                "jakarta.faces..",
                "jakarta.ws.rs..",
                "jakarta.servlet..")
            .because("the use cases serve any front end and any connector"));
  }

  private HouseRule connectorsKnowOnlyTheirSpi() {
    return new HouseRule(
        "R4",
        noClasses()
            .that()
            .resideInAnyPackage(base + ".connector..", base + ".demobank..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(base + ".domain..", base + ".fulfillment..", base + ".web..")
            .because("a connector is written by someone who has only the SPI"));
  }

  private HouseRule webTalksToBoundaries() {
    return new HouseRule(
        "R5",
        noClasses()
            .that()
            .resideInAPackage(base + ".web..")
            .should()
            .dependOnClassesThat(insideFulfillmentOrPersistent())
            .because("a page that holds an entity or an engine bypasses roles and transactions"));
  }

  private DescribedPredicate<JavaClass> insideFulfillmentOrPersistent() {
    DescribedPredicate<JavaClass> inside =
        JavaClass.Predicates.resideInAnyPackage(
            base + ".fulfillment.persistence..",
            base + ".fulfillment.engine..",
            base + ".fulfillment.trigger..",
            base + ".fulfillment.integration..",
            base + ".fulfillment.batch..");
    DescribedPredicate<JavaClass> jpa =
        JavaClass.Predicates.resideInAPackage("jakarta.persistence..")
            .and(DescribedPredicate.not(JavaClass.Predicates.assignableTo("jakarta.persistence.PersistenceException")));
    DescribedPredicate<JavaClass> entity =
        DescribedPredicate.describe("are entities", type -> type.isAnnotatedWith(ENTITY));
    return inside.or(jpa).or(entity).as("are entities or lie behind the boundary");
  }

  private HouseRule persistenceIsKept() {
    return new HouseRule(
        "R6a",
        noClasses()
            .that()
            .resideInAPackage(base + "..")
            .and()
            .resideOutsideOfPackages(base + ".fulfillment.persistence..", base + ".domain..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.persistence.EntityManager")
            .because("queries are read and tuned in one place"));
  }

  private HouseRule integrationIsKept() {
    return new HouseRule(
        "R6b",
        noClasses()
            .that()
            .resideInAPackage(base + ".fulfillment..")
            .and()
            .resideOutsideOfPackages(base + ".fulfillment.integration..", base + ".fulfillment.acknowledgement..")
            .should()
            .dependOnClassesThat(
                JavaClass.Predicates.resideInAnyPackage("jakarta.resource..", base + ".connector..")
                    .and(DescribedPredicate.not(DescribedPredicate.describe("are outcomes", this::isOutcome)))
                    .as("open connections or are told by them"))
            .because("a remote call has one way out and one way in; only its outcome, a value, goes further"));
  }

  private boolean isOutcome(JavaClass type) {
    return type.getName().matches(java.util.regex.Pattern.quote(base + ".connector.api.") + "(Outcome(\\$.*)?|Failure)");
  }
}
