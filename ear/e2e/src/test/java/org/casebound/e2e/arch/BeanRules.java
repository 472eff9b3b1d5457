package org.casebound.e2e.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What every enterprise bean says and does not do. */
record BeanRules(String base) {

  private static final String ATTRIBUTE = "jakarta.ejb.TransactionAttribute";
  private static final List<String> BEANS = List.of("jakarta.ejb.Stateless", "jakarta.ejb.Singleton", "jakarta.ejb.MessageDriven");
  private static final List<String> GUARDS =
      List.of("jakarta.annotation.security.RolesAllowed", "jakarta.annotation.security.PermitAll", "jakarta.annotation.security.DenyAll");

  List<HouseRule> all() {
    return List.of(transactionsAreWritten(), requiresNewIsRare(), suspensionIsRare(), beansKeepNoState(), boundariesAreGuarded());
  }

  private HouseRule transactionsAreWritten() {
    return new HouseRule(
        "R7a",
        classes()
            .that(areBeans())
            .should(
                check(
                    "state a transaction attribute on the class or on every business method",
                    type -> type.isAnnotatedWith(ATTRIBUTE) ? Stream.empty() : businessMethods(type).filter(m -> !m.isAnnotatedWith(ATTRIBUTE)),
                    "has no transaction attribute"))
            .because("where a transaction begins and ends is a decision, not a default"));
  }

  private HouseRule requiresNewIsRare() {
    return new HouseRule(
        "R7b",
        classes()
            .that(areBeans())
            .and()
            .resideOutsideOfPackage(base + ".fulfillment.engine..")
            .should(notUse("REQUIRES_NEW"))
            .because("a second transaction inside the first breaks all-or-nothing"));
  }

  private HouseRule suspensionIsRare() {
    return new HouseRule(
        "R7c",
        classes()
            .that(areBeans())
            .and()
            .resideInAnyPackage(
                base + ".fulfillment.desk..",
                base + ".fulfillment.trigger..",
                base + ".fulfillment.persistence..",
                base + ".web..")
            .should(notUse("NOT_SUPPORTED"))
            .because("only what calls over the network, or awaits the commit of its own transactions, runs without one"));
  }

  private static ArchCondition<JavaClass> notUse(String attribute) {
    return check(
        "not use " + attribute,
        type -> Stream.concat(Stream.of(type), type.getMethods().stream()).filter(place -> hasAttribute(place, attribute)),
        "is " + attribute);
  }

  private static boolean hasAttribute(CanBeAnnotated place, String attribute) {
    Stream<? extends JavaAnnotation<?>> annotations =
        place instanceof JavaClass type ? type.getAnnotations().stream() : ((JavaMethod) place).getAnnotations().stream();
    return annotations
        .filter(annotation -> annotation.getRawType().getName().equals(ATTRIBUTE))
        .anyMatch(annotation -> annotation.get("value").filter(v -> v instanceof JavaEnumConstant e && e.name().equals(attribute)).isPresent());
  }

  private HouseRule beansKeepNoState() {
    return new HouseRule(
        "R8",
        classes()
            .that()
            .areAnnotatedWith("jakarta.ejb.Stateless")
            .should(
                check(
                    "assign no field after their construction",
                    type ->
                        type.getFieldAccessesFromSelf().stream()
                            .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET)
                            .filter(access -> access.getTargetOwner().equals(type))
                            .filter(BeanRules::afterConstruction),
                    "keeps state"))
            .because("the next call may be somebody else's"));
  }

  private static boolean afterConstruction(JavaAccess<?> access) {
    boolean constructing = access.getOrigin().isConstructor() || access.getOrigin().getName().equals("<clinit>");
    return !constructing && !access.getOrigin().isAnnotatedWith("jakarta.annotation.PostConstruct");
  }

  private HouseRule boundariesAreGuarded() {
    return new HouseRule(
        "R13",
        classes()
            .that()
            .resideInAnyPackage(
                base + ".fulfillment.intake..", base + ".fulfillment.desk..", base + ".fulfillment.studio..", base + ".fulfillment.acknowledgement..")
            .and()
            .areAnnotatedWith("jakarta.ejb.Stateless")
            .should(
                check(
                    "say on every public method, or on the class, who may call it",
                    type -> guarded(type) ? Stream.empty() : businessMethods(type).filter(method -> !guarded(method)),
                    "is open to anybody"))
            .because("a boundary without roles is a hole"));
  }

  private static boolean guarded(CanBeAnnotated place) {
    return GUARDS.stream().anyMatch(place::isAnnotatedWith);
  }

  private static Stream<JavaMethod> businessMethods(JavaClass type) {
    Predicate<JavaMethod> called =
        method -> method.getModifiers().contains(JavaModifier.PUBLIC) && !method.getModifiers().contains(JavaModifier.STATIC);
    return type.getMethods().stream().filter(called).filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC));
  }

  private static DescribedPredicate<JavaClass> areBeans() {
    return DescribedPredicate.describe("are enterprise beans", type -> BEANS.stream().anyMatch(type::isAnnotatedWith));
  }

  /** A condition that finds offending places in a class; none means that the class is fine. */
  private static ArchCondition<JavaClass> check(
      String description, java.util.function.Function<JavaClass, Stream<?>> offenders, String complaint) {
    return new ArchCondition<>(description) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        offenders.apply(type).forEach(place -> events.add(SimpleConditionEvent.violated(type, place + " " + complaint)));
      }
    };
  }
}
