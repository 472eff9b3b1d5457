package org.casebound.fulfillment.studio;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeType;
import org.casebound.domain.definition.CalendarDefinition;
import org.casebound.domain.definition.CaseRules;
import org.casebound.domain.definition.CatalogIcon;
import org.casebound.domain.definition.Criterion;
import org.casebound.domain.definition.Deadline;
import org.casebound.domain.definition.DocumentRequirement;
import org.casebound.domain.definition.FulfillmentFlowDefinition;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.QueueDefinition;
import org.casebound.domain.definition.RetentionRule;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.domain.definition.StageDefinition;
import org.casebound.domain.definition.StepDefinition;
import org.casebound.domain.definition.TriggerDefinition;
import org.casebound.domain.definition.UsageType;
import org.casebound.domain.definition.VariableDefinition;
import org.casebound.domain.integration.InputDefinition;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.domain.integration.IntegrationMode;
import org.casebound.domain.integration.MappingRow;
import org.casebound.domain.integration.PayloadLog;
import org.casebound.domain.integration.RetryPolicy;
import org.casebound.domain.integration.UnknownOutcomePolicy;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Sensitivity;

/** Bundles of the right form, with every member, and without any sense. */
final class RandomBundles {
  private final Random random;
  private final RandomElements elements;
  private int names;

  RandomBundles(long seed) {
    this.random = new Random(seed);
    this.elements = new RandomElements(random, this::name);
  }

  ProcessBundle bundle() {
    return new ProcessBundle(
        new ServiceProcessDefinition(
            name(),
            1 + random.nextInt(9),
            text(),
            maybe(this::text),
            text(),
            one(UsageType.values()),
            text(),
            maybe(this::icon),
            name(),
            maybe(this::name),
            some(this::attribute),
            some(() -> new DocumentRequirement(name(), text(), random.nextBoolean(), List.of("a/b"), 1 + random.nextInt(9))),
            maybe(this::name),
            new CaseRules(
                maybe(this::name),
                some(() -> new CaseRules.AssignmentRule(maybe(this::text), name())),
                some(() -> new CaseRules.EscalationRule(name(), duration(), maybe(this::text), escalation(Duration.ZERO))),
                some(this::milestone),
                new RetentionRule(maybe(this::duration), maybe(this::duration)))),
        some(this::flow),
        some(this::integration),
        some(() -> new QueueDefinition(name(), text())),
        some(this::calendar),
        new RandomScenarios(random, this::name).some());
  }

  private String icon() {
    return CatalogIcon.NAMES.get(random.nextInt(CatalogIcon.NAMES.size()));
  }

  private CaseRules.MilestoneDefinition milestone() {
    return new CaseRules.MilestoneDefinition(
        name(), text(), duration(), maybe(this::duration), maybe(this::text), maybe(() -> escalation(duration())));
  }

  private Deadline.Escalation escalation(Duration after) {
    return new Deadline.Escalation(after, maybe(() -> one(Priority.values())), maybe(this::name), maybe(this::text));
  }

  private FulfillmentFlowDefinition flow() {
    List<VariableDefinition> variables = some(this::variable);
    return switch (random.nextInt(3)) {
      case 0 -> new FulfillmentFlowDefinition.Orchestration(name(), text(), trigger(), variables, atLeastOne(this::stage));
      case 1 -> new FulfillmentFlowDefinition.RecordTriggered(name(), text(), trigger(), variables, elements.list(3));
      default -> new FulfillmentFlowDefinition.Autolaunched(name(), text(), variables, elements.list(3));
    };
  }

  private VariableDefinition variable() {
    return new VariableDefinition(
        name(), one(VariableDefinition.Type.values()), maybe(this::text), random.nextBoolean(), random.nextBoolean());
  }

  private TriggerDefinition trigger() {
    TriggerDefinition.Path path =
        switch (random.nextInt(3)) {
          case 0 -> new TriggerDefinition.Path.Immediate();
          case 1 -> new TriggerDefinition.Path.Async();
          default ->
              new TriggerDefinition.Path.Scheduled(
                  random.nextBoolean() ? duration() : duration().negated(), maybe(this::text));
        };
    return new TriggerDefinition(
        one(TriggerDefinition.Record.values()),
        one(TriggerDefinition.On.values()),
        maybe(this::text),
        random.nextBoolean(),
        1 + random.nextInt(2000),
        path);
  }

  private StageDefinition stage() {
    return new StageDefinition(
        name(),
        text(),
        atLeastOne(this::step),
        some(() -> new StageDefinition.Branch(maybe(this::text), maybe(this::name))),
        maybe(this::criterion),
        maybe(this::name),
        1 + random.nextInt(1000));
  }

  private Criterion criterion() {
    return random.nextBoolean() ? new Criterion.Condition(text()) : new Criterion.Evaluation(name());
  }

  private StepDefinition step() {
    StepDefinition.Work work =
        switch (random.nextInt(4)) {
          case 0 -> new StepDefinition.RunFlow(name(), elements.expressions());
          case 1 -> new StepDefinition.CallOut(name(), elements.expressions());
          case 2 -> new StepDefinition.Background(elements.list(2));
          default -> interactive();
        };
    return new StepDefinition(
        name(),
        text(),
        some(this::name),
        maybe(this::criterion),
        work,
        work instanceof StepDefinition.Interactive ? maybe(this::criterion) : Optional.empty(),
        random.nextBoolean() ? List.of() : elements.list(1));
  }

  private StepDefinition.Interactive interactive() {
    return new StepDefinition.Interactive(
        name(),
        maybe(this::text),
        text(),
        atLeastOne(() -> new StepDefinition.Outcome(name(), text(), random.nextBoolean(), random.nextBoolean())),
        some(this::attribute),
        new StepDefinition.Checks(some(this::comparison), some(() -> new StepDefinition.Check(name(), text()))),
        new StepDefinition.Separation(random.nextBoolean(), some(this::name)),
        maybe(() -> new StepDefinition.Quorum(2 + random.nextInt(19), name())),
        maybe(() -> new Deadline(duration(), maybe(this::name), some(this::duration), maybe(() -> escalation(duration())))),
        maybe(this::text),
        random.nextBoolean());
  }

  private StepDefinition.Comparison comparison() {
    return new StepDefinition.Comparison(name(), text(), maybe(this::text), text(), maybe(this::text));
  }

  private AttributeDefinition attribute() {
    return attribute(one(AttributeType.values()), maybe(() -> "case.subject"), text(), some(this::column), maybe(this::text), one(Sensitivity.values()));
  }

  private AttributeDefinition column() {
    AttributeType[] types = {AttributeType.TEXT, AttributeType.NUMBER, AttributeType.TOGGLE, AttributeType.PICKLIST};
    return attribute(one(types), Optional.empty(), "", List.of(), Optional.empty(), Sensitivity.INTERNAL);
  }

  private AttributeDefinition attribute(
      AttributeType type, Optional<String> binding, String group, List<AttributeDefinition> columns,
      Optional<String> visibleWhen, Sensitivity sensitivity) {
    return new AttributeDefinition(
        name(),
        text(),
        text(),
        type,
        binding,
        group,
        random.nextBoolean(),
        maybe(this::text),
        maybe(this::text),
        maybe(() -> BundleMapper.normal(BigDecimal.valueOf(random.nextInt(), random.nextInt(4)))),
        maybe(() -> BigDecimal.valueOf(random.nextInt())),
        some(() -> new AttributeDefinition.Option(text(), text())),
        columns,
        visibleWhen,
        sensitivity);
  }

  private IntegrationDefinition integration() {
    return new IntegrationDefinition(
        name(),
        text(),
        "java:/eis/" + name(),
        text(),
        one(IntegrationMode.values()),
        some(this::input),
        some(() -> row("/" + name())),
        elements.expressions().keySet().stream().sorted().map(this::row).toList(),
        duration(),
        duration(),
        new RetryPolicy(1 + random.nextInt(9), Duration.ofSeconds(1), Duration.ofHours(1), 2.5, 0.25),
        one(UnknownOutcomePolicy.values()),
        one(PayloadLog.values()),
        random.nextBoolean(),
        maybe(() -> one(Sensitivity.values())));
  }

  private InputDefinition input() {
    return random.nextBoolean()
        ? InputDefinition.of(name())
        : new InputDefinition(name(), one(InputDefinition.Type.values()), maybe(this::text), one(Sensitivity.values()));
  }

  private MappingRow row(String target) {
    return switch (random.nextInt(3)) {
      case 0 -> MappingRow.of(target, text());
      case 1 -> new MappingRow(target, Optional.of("/" + name()), Optional.empty(), maybe(this::text), maybe(() -> one(Sensitivity.values())));
      default -> new MappingRow(target, Optional.empty(), Optional.of(text()), Optional.of(text()), maybe(() -> one(Sensitivity.values())));
    };
  }

  private CalendarDefinition calendar() {
    Map<DayOfWeek, List<CalendarDefinition.Hours>> hours = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : some(() -> one(DayOfWeek.values()))) {
      hours.put(
          day,
          List.of(
              new CalendarDefinition.Hours(LocalTime.of(8, random.nextInt(60)), LocalTime.of(12, 0)),
              new CalendarDefinition.Hours(LocalTime.of(13, 0), LocalTime.MIDNIGHT)));
    }
    hours.put(DayOfWeek.MONDAY, List.of(new CalendarDefinition.Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)));
    return new CalendarDefinition(
        name(),
        text(),
        ZoneId.of("Europe/Berlin"),
        hours,
        maybe(() -> new CalendarDefinition.Holidays("de", maybe(() -> "hh"))),
        new HashSet<>(some(() -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400)))));
  }

  private String name() {
    return "n" + names++;
  }

  private String text() {
    return List.of("a", "it's", "x: y #z", "$record.a", "\"q\"", "ä€\uD83D\uDE00", "1", "true", " b ", "- c").get(random.nextInt(10));
  }

  private Duration duration() {
    return Duration.ofSeconds(1 + random.nextInt(1_000_000));
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> some(Supplier<T> value) {
    return IntStream.range(0, random.nextInt(4)).mapToObj(i -> value.get()).toList();
  }

  private <T> List<T> atLeastOne(Supplier<T> value) {
    List<T> list = new ArrayList<>(some(value));
    list.add(value.get());
    return list;
  }

  @SafeVarargs
  private <T> T one(T... values) {
    return values[random.nextInt(values.length)];
  }
}
