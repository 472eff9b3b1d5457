package org.casebound.fulfillment.library;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.integration.OperationFit;
import org.casebound.fulfillment.library.ImportPlan.Binding;
import org.casebound.fulfillment.library.ImportPlan.Binding.Kind;
import org.casebound.fulfillment.library.ImportPlan.Binding.State;
import org.casebound.fulfillment.persistence.QueueUseRepository;
import org.casebound.fulfillment.studio.BundleProblem;
import org.casebound.fulfillment.studio.BundleReader;
import org.casebound.fulfillment.studio.BundleRefused;
import org.casebound.fulfillment.studio.BundleWarnings;
import org.casebound.fulfillment.studio.BundleWarnings.Named;
import org.casebound.fulfillment.studio.CanonicalBundle;

/** What keeps nobody from publishing a draft, but should be known before: what it needs here, and what it hardly means. Reads only. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class DraftWarnings {
  /** Where a bundle names what it needs: a list of it, and members there. */
  private static final Map<Kind, Map.Entry<String, Set<String>>> PLACES =
      Map.of(
          Kind.CONNECTOR, Map.entry("integrations", Set.of("connector")),
          Kind.QUEUE, Map.entry("queues", Set.of("name")),
          Kind.GROUP, Map.entry("flows", Set.of("assignee")),
          Kind.CALENDAR, Map.entry("calendars", Set.of("name")),
          Kind.ACTION, Map.entry("flows", Set.of("action")),
          Kind.RECORD, Map.entry("flows", Set.of("getRecords", "createRecord", "updateRecord")));

  private static final Set<State> WORTH_KNOWING = Set.of(State.NEW, State.MISSING, State.UNSEEN, State.DIFFERENT);

  @Inject private BundleReader reader;
  @Inject private Bindings bindings;
  @Inject private QueueUseRepository uses;

  /** The warnings, in the order of the text; none while it has problems. */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public List<BundleProblem> of(String name, String text) {
    String file = name + ".yaml";
    try {
      ProcessBundle bundle = reader.read(file, text);
      List<Binding> needs = bindings.of(bundle, CanonicalBundle.of(bundle));
      Stream<Named> missing = needs.stream().flatMap(DraftWarnings::named);
      return BundleWarnings.of(file, text, Stream.of(missing, idle(needs), operations(bundle)).flatMap(Function.identity()).toList());
    } catch (BundleRefused problems) {
      return List.of();
    }
  }

  /** Groups are kept outside the server, but it knows whose work nobody has ever taken. */
  private Stream<Named> idle(List<Binding> needs) {
    List<String> present =
        needs.stream().filter(binding -> binding.kind() == Kind.QUEUE && binding.state() == State.PRESENT).map(Binding::name).toList();
    Set<String> used = uses.used(present);
    return present.stream()
        .filter(queue -> !used.contains(queue))
        .map(
            queue ->
                new Named(
                    "queues",
                    Set.of("name"),
                    queue,
                    "Nobody has taken work or cases from the queue '%s' yet: the administrator must see that its group has members.".formatted(queue)));
  }

  /** What does not fit what connectors say of their operations. */
  private static Stream<Named> operations(ProcessBundle bundle) {
    return bundle.integrations().stream()
        .flatMap(
            integration ->
                OperationFit.misfits(integration).stream()
                    .map(misfit -> new Named("integrations", Set.of("operation"), integration.operation(), misfit)));
  }

  /** A calendar that the process brings along is nothing to be warned of. */
  private static Stream<Named> named(Binding binding) {
    Map.Entry<String, Set<String>> place = PLACES.get(binding.kind());
    boolean told = WORTH_KNOWING.contains(binding.state()) && !(binding.kind() == Kind.CALENDAR && binding.state() == State.NEW);
    return place != null && told ? Stream.of(new Named(place.getKey(), place.getValue(), binding.name(), binding.message())) : Stream.empty();
  }
}
