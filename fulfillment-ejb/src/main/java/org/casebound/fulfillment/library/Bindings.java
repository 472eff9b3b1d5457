package org.casebound.fulfillment.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.casebound.domain.definition.CalendarDefinition;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.QueueDefinition;
import org.casebound.domain.integration.IntegrationDefinition;
import org.casebound.fulfillment.action.FlowAction;
import org.casebound.fulfillment.action.RecordStore;
import org.casebound.fulfillment.library.ImportPlan.Binding;
import org.casebound.fulfillment.library.ImportPlan.Binding.Kind;
import org.casebound.fulfillment.library.ImportPlan.Binding.State;
import org.casebound.fulfillment.studio.CanonicalBundle;
import org.casebound.fulfillment.studio.ProcessCatalog;

/** Looks for what a process needs of this installation: connectors, queues, groups, calendars, actions, and stores of records. */
@Dependent
class Bindings {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<String> RECORD_KEYS = List.of("getRecords", "createRecord", "updateRecord");
  private static final Pattern GROUP = Pattern.compile("\\s*['\"]group:([^'\"\\\\]+)['\"]\\s*");

  @Inject private ProcessCatalog catalog;
  @Inject @Any private Instance<FlowAction> actions;
  @Inject @Any private Instance<RecordStore> stores;

  List<Binding> of(ProcessBundle bundle, CanonicalBundle canonical) {
    List<Binding> found = new ArrayList<>();
    bundle.integrations().stream().map(IntegrationDefinition::connector).distinct().sorted().map(Bindings::connector).forEach(found::add);
    found.addAll(queues(bundle));
    JsonNode tree = tree(canonical);
    groups(tree).stream().map(Bindings::group).forEach(found::add);
    bundle.calendars().stream().map(this::calendar).forEach(found::add);
    texts(tree, List.of("action")).stream().map(name -> action(name)).forEach(found::add);
    texts(tree, RECORD_KEYS).stream().map(name -> record(name)).forEach(found::add);
    return found;
  }

  /** Its queues alone. */
  List<Binding> queues(ProcessBundle bundle) {
    return bundle.queues().stream().map(this::queue).toList();
  }

  /** Its queues that no active process here works with. */
  Set<String> newQueues(ProcessBundle bundle) {
    return queues(bundle).stream().filter(queue -> queue.state() == State.NEW).map(Binding::name).collect(Collectors.toUnmodifiableSet());
  }

  private static Binding connector(String jndiName) {
    try {
      InitialContext.doLookup(jndiName);
      return new Binding(Kind.CONNECTOR, jndiName, State.PRESENT, "A connector is bound there.");
    } catch (NamingException missing) {
      return new Binding(
          Kind.CONNECTOR,
          jndiName,
          State.MISSING,
          "No connector is bound at %s: the administrator must add its resource adapter; until then calls fail and are tried again."
              .formatted(jndiName));
    }
  }

  private Binding queue(QueueDefinition queue) {
    return catalog.hasQueue(queue.name())
        ? new Binding(Kind.QUEUE, queue.name(), State.PRESENT, "An active process works with this queue already.")
        : new Binding(
            Kind.QUEUE,
            queue.name(),
            State.NEW,
            "The queue is new here: only people in the group '%s' will see its work.".formatted(queue.name()));
  }

  private static Binding group(String name) {
    return new Binding(
        Kind.GROUP, name, State.UNSEEN, "Work is offered to the group '%s': the administrator must see that it has members.".formatted(name));
  }

  private Binding calendar(CalendarDefinition calendar) {
    List<CalendarDefinition> here = catalog.calendars(calendar.name());
    if (here.isEmpty()) {
      return new Binding(Kind.CALENDAR, calendar.name(), State.NEW, "No active process here has a calendar of this name; the process brings it.");
    }
    return here.stream().allMatch(calendar::equals)
        ? new Binding(Kind.CALENDAR, calendar.name(), State.PRESENT, "Active processes here have the same calendar.")
        : new Binding(
            Kind.CALENDAR,
            calendar.name(),
            State.DIFFERENT,
            "Active processes here have another calendar of this name; this process keeps its own hours.");
  }

  private Binding action(String name) {
    return bean(Kind.ACTION, name, actions.select(NamedLiteral.of(name)).isResolvable(), "action");
  }

  private Binding record(String name) {
    return bean(Kind.RECORD, name, stores.select(NamedLiteral.of(name)).isResolvable(), "store of records");
  }

  private static Binding bean(Kind kind, String name, boolean there, String what) {
    return there
        ? new Binding(kind, name, State.PRESENT, "The installation has this %s.".formatted(what))
        : new Binding(kind, name, State.MISSING, "This installation has no %s '%s'; deploy the bean of that name.".formatted(what, name));
  }

  private static JsonNode tree(CanonicalBundle canonical) {
    try {
      return MAPPER.readTree(canonical.json()).path("flows");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("canonical JSON can always be read", e);
    }
  }

  /** The groups that steps offer their work to by name; sorted. */
  private static TreeSet<String> groups(JsonNode tree) {
    TreeSet<String> names = new TreeSet<>();
    for (JsonNode assignee : tree.findValues("assignee")) {
      Matcher group = GROUP.matcher(assignee.asText());
      if (group.matches()) {
        names.add(group.group(1));
      }
    }
    return names;
  }

  /** The texts of those members, wherever they are; sorted. */
  private static List<String> texts(JsonNode tree, List<String> members) {
    TreeSet<String> names = new TreeSet<>();
    for (String member : members) {
      tree.findValues(member).stream().filter(JsonNode::isTextual).map(JsonNode::asText).forEach(names::add);
    }
    return List.copyOf(names);
  }
}
