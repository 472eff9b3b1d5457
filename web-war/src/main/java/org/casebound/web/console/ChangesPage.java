package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.audit.AdminChainView;
import org.casebound.fulfillment.audit.AdminChangeDesk;
import org.casebound.fulfillment.audit.AdminChangeKind;
import org.casebound.fulfillment.audit.AdminChangeView;
import org.casebound.fulfillment.desk.Page;
import org.jspecify.annotations.Nullable;

/** Who changed what in administration. What is asked is in the address. */
@Named
@RequestScoped
public class ChangesPage {
  private static final String PATH = "/admin/changes";
  private static final int SIZE = 50;

  @Inject private AdminChangeDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private HttpServletRequest request;

  private ChangesFilter filter = new ChangesFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  private Optional<String> cursor = Optional.empty();
  private Page<AdminChangeView> page = new Page<>(List.of(), Optional.empty());
  private @Nullable AdminChainView chain;

  /** Reads the list, and checks the chain when the address asks for it. */
  public void open() {
    filter = ChangesFilter.of(request);
    cursor = AddressParameters.of(request).apply("cursor");
    notices.ask(() -> desk.page(filter.query(), cursor, SIZE)).ifPresent(found -> page = found);
    if (AddressParameters.of(request).apply("check").isPresent()) {
      chain = desk.check();
    }
  }

  /** What the check of the chain found; nothing when it was not asked for. */
  public @Nullable AdminChainView getChain() {
    return chain;
  }

  /** The same in a sentence. */
  public String getChainSays() {
    AdminChainView checked = chain;
    if (checked == null) {
      return "";
    }
    return checked.broken().map(row -> texts.of("change.broken", row)).orElseGet(() -> texts.of("change.intact", checked.checked()));
  }

  /** A kind in words; as it is when somebody wrote one that does not exist. */
  public String kind(String kind) {
    return texts.or("change.kind." + kind, kind);
  }

  /** What something was, a line for each fact; a text that was cut off as it is. */
  public List<String> facts(String json) {
    try {
      return JsonText.read(json).entrySet().stream().map(fact -> "%s: %s".formatted(fact.getKey(), fact.getValue())).toList();
    } catch (RuleViolation cutOff) {
      return List.of(json);
    }
  }

  public List<AdminChangeView> getItems() {
    return page.items();
  }

  public List<String> getKinds() {
    return Arrays.stream(AdminChangeKind.values()).map(Enum::name).toList();
  }

  public String getKind() {
    return filter.kind().map(Enum::name).orElse("");
  }

  public String getWho() {
    return filter.who().orElse("");
  }

  public String getFrom() {
    return filter.from().map(LocalDate::toString).orElse("");
  }

  public String getTo() {
    return filter.to().map(LocalDate::toString).orElse("");
  }

  /** Whether anything narrows the list down. */
  public boolean isNarrowed() {
    return filter.narrows();
  }

  /** Address of the list as a file. */
  public String getFileAddress() {
    return filter.at(PATH + "/csv").toString();
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return page.next().map(next -> filter.at(PATH).with("cursor", next).toString()).orElse(null);
  }

  /** Address of the first page; nothing on it. */
  public @Nullable String getFirstAddress() {
    return cursor.map(seen -> filter.at(PATH).toString()).orElse(null);
  }
}
