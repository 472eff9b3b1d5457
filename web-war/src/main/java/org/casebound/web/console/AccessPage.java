package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.desk.SightAct;
import org.casebound.fulfillment.desk.SightDesk;
import org.casebound.fulfillment.desk.SightGround;
import org.casebound.fulfillment.desk.SightView;
import org.jspecify.annotations.Nullable;

/** Who sees a case and why. What is asked is in the address. */
@Named
@RequestScoped
public class AccessPage {
  private static final int MOST = 100;
  private static final List<String> ROLES =
      List.of(
          Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR, Caller.INTEGRATION);

  @Inject private SightDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private HttpServletRequest request;

  private String caseNumber = "";
  private String user = "";
  private Set<String> chosen = Set.of();
  private Map<String, String> queues = Map.of();
  private @Nullable SightView answer;

  /** Answers what the address asks. */
  public void open() {
    Function<String, Optional<String>> parameters = AddressParameters.of(request);
    caseNumber = parameters.apply("case").orElse("");
    user = parameters.apply("user").orElse("");
    chosen = Stream.of("role", "group").flatMap(this::all).limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
    queues = new TreeMap<>(desk.queues());
    all("group").limit(MOST).forEach(group -> queues.putIfAbsent(group, group));
    if (!caseNumber.isEmpty() || !user.isEmpty()) {
      notices.run(() -> desk.of(caseNumber, user, chosen)).ifPresent(told -> answer = told);
    }
  }

  private Stream<String> all(String parameter) {
    return Arrays.stream(Objects.requireNonNullElse(request.getParameterValues(parameter), new String[0]))
        .map(String::strip)
        .filter(value -> !value.isEmpty() && value.length() <= 255 && value.chars().noneMatch(Character::isISOControl));
  }

  /** A ground in a sentence. */
  public String sentence(SightGround ground) {
    String sentence = texts.of("sight.rule." + ground.rule(), ground.detail());
    return ground.step().isEmpty() ? sentence : texts.of("sight.ofStep", sentence, ground.step());
  }

  /** What he may do, in words. */
  public String word(SightAct act) {
    return texts.of("sight.act." + act);
  }

  /** Why the value is hidden. */
  public String why(SightView.Masked masked) {
    return texts.of("sight.masked." + masked.sensitivity());
  }

  /** What it all comes to. */
  public String getVerdict() {
    SightView told = answer;
    if (told == null) {
      return "";
    }
    return texts.of(told.seen() ? "sight.seen" : told.reader() ? "sight.unseen" : "sight.noReader", told.user(), told.number());
  }

  /** Whether the role or group is chosen. */
  public boolean isChosen(String name) {
    return chosen.contains(name);
  }

  /** The answer; nothing before something was asked, or when it made no sense. */
  public @Nullable SightView getAnswer() {
    return answer;
  }

  public List<String> getRoles() {
    return ROLES;
  }

  /** Names of the queues, each a group of those who take its work. */
  public List<String> getGroups() {
    return List.copyOf(queues.keySet());
  }

  /** What people call the queue. */
  public String label(String queue) {
    return queues.getOrDefault(queue, queue);
  }

  public String getCaseNumber() {
    return caseNumber;
  }

  public String getUser() {
    return user;
  }
}
