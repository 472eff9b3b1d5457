package org.casebound.e2e.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Set;

/** What no code of ours does. */
record CodeRules(String base) {

  private static final String OBSERVES = "jakarta.enterprise.event.Observes";
  private static final String ENTITY_MANAGER = "jakarta.persistence.EntityManager";

  private static final Set<String> CLOCKS =
      Set.of(
          "java.time.Instant.now",
          "java.time.LocalDate.now",
          "java.time.LocalTime.now",
          "java.time.LocalDateTime.now",
          "java.time.ZonedDateTime.now",
          "java.time.OffsetDateTime.now",
          "java.util.UUID.randomUUID",
          "java.lang.System.currentTimeMillis");

  private static final Set<String> CALLBACKS =
      Set.of("PrePersist", "PostPersist", "PreUpdate", "PostUpdate", "PreRemove", "PostRemove", "PostLoad");

  List<HouseRule> all() {
    return List.of(
        new HouseRule("R8b", noThreads()),
        new HouseRule("R8c", noMonitors()),
        new HouseRule("R9", timeIsGiven()),
        new HouseRule("R11a", GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.because("the operator reads the log")),
        new HouseRule("R11b", GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because("messages have codes")),
        new HouseRule("R11c", GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.because("a caller must be able to tell failures apart")),
        new HouseRule("R11d", noAsynchronousEvents()),
        new HouseRule("R11e", observersHaveTheirPlace()),
        new HouseRule("R12a", callbacksStayQuiet()),
        new HouseRule("R12b", observersOfSuccessDoNotPersist()));
  }

  private ArchRule noThreads() {
    return noClasses()
        .that()
        .resideInAnyPackage(base + ".domain..", base + ".fulfillment..", base + ".web..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.util.concurrent.Executors")
        .orShould()
        .callConstructorWhere(describe("a Thread is made", call -> call.getTargetOwner().isAssignableTo(Thread.class)))
        .because("threads belong to the container");
  }

  private ArchRule noMonitors() {
    return noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(base + ".domain..", base + ".fulfillment..", base + ".web..")
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNCHRONIZED)
        .because("one node's monitor guards nothing: the database coordinates");
  }

  private ArchRule timeIsGiven() {
    DescribedPredicate<JavaCall<?>> asksTheMachine =
        describe(
            "the machine's clock or dice are asked",
            call ->
                call.getTarget().getRawParameterTypes().isEmpty()
                    && CLOCKS.contains(call.getTargetOwner().getName() + "." + call.getName()));
    return noClasses()
        .that()
        .resideInAnyPackage(base + ".domain..", base + ".fulfillment..", base + ".web..")
        .and()
        .resideOutsideOfPackage(base + ".fulfillment.config..")
        .should()
        .callCodeUnitWhere(asksTheMachine)
        .because("tests move the clock; fulfillment.config hands it out");
  }

  private ArchRule noAsynchronousEvents() {
    return noClasses()
        .that()
        .resideInAPackage(base + "..")
        .should()
        .callMethodWhere(describe("fireAsync is called", call -> call.getName().equals("fireAsync")))
        .because("an asynchronous observer may see what is rolled back, and is lost when the server dies");
  }

  private ArchRule observersHaveTheirPlace() {
    return noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(base + ".domain..", base + ".fulfillment..", base + ".web..")
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackages(
            base + ".fulfillment.trigger..", base + ".fulfillment.due..", base + ".fulfillment.engine..", base + ".web.console..")
        .should(observe())
        .because("what happens after a save or a commit is found in one place");
  }

  private static com.tngtech.archunit.lang.ArchCondition<JavaMethod> observe() {
    return com.tngtech.archunit.lang.ArchCondition.from(describe("observe an event", CodeRules::observes));
  }

  private ArchRule callbacksStayQuiet() {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(base + "..")
        .should(
            com.tngtech.archunit.lang.ArchCondition.from(
                describe("not touch an EntityManager in an entity callback", (JavaMethod method) -> !callback(method) || quiet(method))))
        .because("work inside a flush corrupts the action queue or is silently lost");
  }

  private ArchRule observersOfSuccessDoNotPersist() {
    return classes()
        .that()
        .resideInAPackage(base + "..")
        .should(
            com.tngtech.archunit.lang.ArchCondition.from(
                describe(
                    "not reach persistence when they observe AFTER_SUCCESS",
                    (JavaClass type) -> type.getMethods().stream().noneMatch(CodeRules::observesSuccess) || !reachesPersistence(type))))
        .because("after the commit there is no transaction to work in");
  }

  private static boolean observes(JavaMethod method) {
    return method.getParameterAnnotations().stream().flatMap(Set::stream).anyMatch(CodeRules::isObserves);
  }

  private static boolean observesSuccess(JavaMethod method) {
    return method.getParameterAnnotations().stream()
        .flatMap(Set::stream)
        .filter(CodeRules::isObserves)
        .anyMatch(annotation -> annotation.get("during").filter(v -> v instanceof JavaEnumConstant e && e.name().equals("AFTER_SUCCESS")).isPresent());
  }

  private static boolean isObserves(JavaAnnotation<?> annotation) {
    return annotation.getRawType().getName().equals(OBSERVES);
  }

  private static boolean callback(JavaMethod method) {
    return CALLBACKS.stream().anyMatch(name -> method.isAnnotatedWith("jakarta.persistence." + name));
  }

  private static boolean quiet(JavaMethod method) {
    return method.getCallsFromSelf().stream().noneMatch(call -> call.getTargetOwner().getName().equals(ENTITY_MANAGER));
  }

  private boolean reachesPersistence(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(d -> d.getTargetClass().getPackageName().startsWith(base + ".fulfillment.persistence") || d.getTargetClass().getName().equals(ENTITY_MANAGER));
  }
}
