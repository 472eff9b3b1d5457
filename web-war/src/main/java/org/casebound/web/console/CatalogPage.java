package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.domain.cases.CaseNumber;
import org.casebound.domain.definition.CatalogIcon;
import org.casebound.domain.definition.DocumentRequirement;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.fulfillment.intake.RequestCatalog;
import org.casebound.fulfillment.intake.RequestUse;
import org.jspecify.annotations.Nullable;

/** What can be requested: what is asked for most, and all by category; words narrow it down. Its state is in the address. */
@Named
@RequestScoped
public class CatalogPage {
  /** Services that are shown as asked for most; a catalog that has no more needs no such choice. */
  private static final int MOST_USED = 4;

  @Inject private RequestCatalog catalog;
  @Inject private RequestUse use;
  @Inject private Notices notices;
  @Inject private PromiseWords promises;

  private String words = "";
  private String followUp = "";
  private List<Category> categories = List.of();
  private List<Service> mostUsed = List.of();
  private boolean own;

  /** The services of one category, by label. */
  public record Category(String name, List<Service> services) {}

  /**
   * One service.
   *
   * @param description in a line, if there is one of that kind
   * @param icon style class of its picture
   * @param address page of its form
   * @param papers documents to have ready, by label
   * @param promise how soon it is done, in words; empty when nothing is promised
   */
  public record Service(String label, String description, String icon, String address, List<String> papers, String promise) {}

  /** Reads the catalog. */
  public void open() {
    List<ServiceProcessDefinition> active = notices.read(catalog::active).orElse(List.of());
    if (words.isEmpty() && active.size() > MOST_USED) {
      notices.read(use::ranking).ifPresent(ranking -> rank(ranking, active));
    }
    categories =
        active.stream()
            .filter(this::matches)
            .collect(Collectors.groupingBy(ServiceProcessDefinition::category, TreeMap::new, Collectors.mapping(this::service, Collectors.toList())))
            .entrySet()
            .stream()
            .map(entry -> new Category(entry.getKey(), entry.getValue()))
            .toList();
  }

  private void rank(RequestUse.Ranking ranking, List<ServiceProcessDefinition> active) {
    own = ranking.own();
    mostUsed =
        ranking.processes().stream()
            .flatMap(name -> active.stream().filter(process -> process.name().equals(name)))
            .limit(MOST_USED)
            .map(this::service)
            .toList();
  }

  /** Every word must occur somewhere. */
  private boolean matches(ServiceProcessDefinition process) {
    String text = String.join(" ", process.label(), process.shortDescription().orElse(""), process.description(), process.category()).toLowerCase(Locale.ROOT);
    return Stream.of(words.toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
  }

  private Service service(ServiceProcessDefinition process) {
    return new Service(
        process.label(),
        process.inShort(),
        "pi-" + process.icon().orElse(CatalogIcon.USUAL),
        Address.of("/request/" + process.name()).with("followUp", followUp).toString(),
        process.requiredDocuments().stream().map(DocumentRequirement::label).toList(),
        promises.of(process));
  }

  /** What is asked for most; nothing when that says nothing. */
  public List<Service> getMostUsed() {
    return mostUsed;
  }

  /** Whether the visitor himself has asked for them. */
  public boolean isOwn() {
    return own;
  }

  public List<Category> getCategories() {
    return categories;
  }

  /** Number of the case that the request will follow; empty when it follows none. */
  public String getFollowUp() {
    return followUp;
  }

  public void setFollowUp(@Nullable String number) {
    followUp = Optional.ofNullable(number).flatMap(CaseNumber::parse).map(CaseNumber::toString).orElse("");
  }

  /** The address of the whole catalog. */
  public String getEverything() {
    return Address.of("/requests").with("followUp", followUp).toString();
  }

  public String getWords() {
    return words;
  }

  public void setWords(@Nullable String words) {
    this.words = words == null ? "" : words.strip();
  }
}
