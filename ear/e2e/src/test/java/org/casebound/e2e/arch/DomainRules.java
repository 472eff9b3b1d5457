package org.casebound.e2e.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** The shape of the model. */
record DomainRules(String base) {

  private static final String ENTITY = "jakarta.persistence.Entity";

  /** Each feature may see itself and the ones before it. */
  private static final List<String> FEATURES =
      List.of("shared", "calendar", "due", "integration", "definition", "cases", "catalog", "flow", "workitem");

  List<HouseRule> all() {
    return List.of(featuresInOrder(), aggregatesById(), noSetters(), noOpenConstructors(), idsAreRecords());
  }

  private HouseRule featuresInOrder() {
    return new HouseRule(
        "R2a",
        classes()
            .that()
            .resideInAPackage(base + ".domain..")
            .should(seeOnlyEarlierFeatures())
            .because("each feature can be read without the later ones"));
  }

  private ArchCondition<JavaClass> seeOnlyEarlierFeatures() {
    return new ArchCondition<>("see only themselves and earlier features, in the order " + FEATURES) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        int own = feature(type);
        if (own < 0) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no known feature"));
        }
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          if (feature(dependency.getTargetClass()) > own) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  private int feature(JavaClass type) {
    String prefix = base + ".domain.";
    String name = type.getPackageName();
    return name.startsWith(prefix) ? FEATURES.indexOf(name.substring(prefix.length()).split("\\.")[0]) : -1;
  }

  private HouseRule aggregatesById() {
    return new HouseRule(
        "R2b",
        classes()
            .that()
            .resideInAPackage(base + ".domain..")
            .and()
            .areAnnotatedWith(ENTITY)
            .should(holdNoEntityOfAnotherFeature())
            .because("an aggregate is loaded and locked alone; it names others by id"));
  }

  private ArchCondition<JavaClass> holdNoEntityOfAnotherFeature() {
    return new ArchCondition<>("hold entities of other features by id only") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
          field.getAllInvolvedRawTypes().stream()
              .filter(held -> held.isAnnotatedWith(ENTITY) && feature(held) != feature(type))
              .forEach(held -> events.add(SimpleConditionEvent.violated(field, field.getFullName() + " holds " + held.getName())));
        }
      }
    };
  }

  private HouseRule noSetters() {
    return new HouseRule(
        "R10a",
        noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(base + ".domain..")
            .and()
            .arePublic()
            .should()
            .haveNameMatching("set[A-Z].*")
            .because("a change of the model is a verb of the business that guards its state"));
  }

  private HouseRule noOpenConstructors() {
    return new HouseRule(
        "R10b",
        noConstructors()
            .that()
            .areDeclaredInClassesThat()
            .resideInAPackage(base + ".domain..")
            .and(areNotOfRecords())
            .and()
            .arePublic()
            .should()
            .haveRawParameterTypes(new Class<?>[0])
            .because("objects are complete when they are made; JPA needs no more than protected"));
  }

  private static DescribedPredicate<JavaConstructor> areNotOfRecords() {
    return DescribedPredicate.describe("are not of records", constructor -> !constructor.getOwner().isRecord());
  }

  private HouseRule idsAreRecords() {
    return new HouseRule(
        "R10c",
        classes()
            .that()
            .resideInAPackage(base + ".domain..")
            .and()
            .haveSimpleNameEndingWith("Id")
            .should()
            .beRecords()
            .because("identity is a value, and one kind of id is never taken for another")
            .allowEmptyShould(true));
  }
}
