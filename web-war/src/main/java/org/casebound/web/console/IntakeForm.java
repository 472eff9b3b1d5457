package org.casebound.web.console;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.casebound.domain.definition.AttributeDefinition;
import org.casebound.domain.definition.AttributeType;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.fulfillment.desk.CaseView.AttributeView;
import org.casebound.fulfillment.intake.RequestForm;
import org.casebound.fulfillment.intake.RequestRefused.Problem;
import org.casebound.fulfillment.intake.ServiceRequest;
import org.casebound.fulfillment.intake.Upload;

/** The form of one service with what was typed and chosen. Its rules are checked by the intake, not here. */
final class IntakeForm implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ATTRIBUTE = "/attributes/";
  private static final String DOCUMENTS = "/documents";

  private final String process;
  private final transient List<FormField> fields;
  private final transient List<Section> sections;
  private final List<UploadField> papers;

  /**
   * A section of the form.
   *
   * @param title empty for the fields that belong to no group
   */
  public record Section(String title, List<FormField> fields) {
    /** Whether any of its fields is there. */
    public boolean isShown() {
      return fields.stream().anyMatch(FormField::isShown);
    }
  }

  IntakeForm(RequestForm form) {
    process = form.process().name();
    Map<String, List<FormField>> groups = new LinkedHashMap<>();
    form.asked().forEach(a -> groups.computeIfAbsent(a.group(), title -> new ArrayList<>()).add(field(a, form.process())));
    sections = groups.entrySet().stream().map(group -> new Section(group.getKey(), List.copyOf(group.getValue()))).toList();
    fields = sections.stream().flatMap(section -> section.fields().stream()).toList();
    papers =
        form.process().documents().stream()
            .filter(document -> form.process().attachment(document.name()).isEmpty())
            .map(UploadField::new)
            .toList();
  }

  private static FormField field(AttributeDefinition attribute, ServiceProcessDefinition process) {
    boolean many = attribute.type() == AttributeType.LIST_OF_ATTACHMENT;
    return process.documents().stream()
        .filter(document -> attribute.type().isFile() && document.name().equals(attribute.name()))
        .findFirst()
        .map(document -> new FormField(attribute, new FileField(document, many)))
        .orElseGet(() -> new FormField(attribute));
  }

  /** What was entered, as {@link #restore} takes it; chosen files are not among it. */
  Map<String, List<String>> kept() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    fields.stream().filter(field -> field.isAsked() && field.getFiles() == null).forEach(field -> all.put(field.draftName(), field.kept()));
    return all;
  }

  /** Puts back what was kept, into the fields that there still are. */
  void restore(Map<String, List<String>> kept) {
    fields.forEach(field -> Optional.ofNullable(kept.get(field.draftName())).ifPresent(field::restore));
  }

  /** Whether files can be chosen in it. */
  boolean takesFiles() {
    return !papers.isEmpty() || fields.stream().anyMatch(field -> field.getFiles() != null);
  }

  /** What was entered, as the intake takes it. */
  ServiceRequest request(Optional<String> requester) {
    Map<String, Object> values = new LinkedHashMap<>();
    fields.forEach(field -> field.value().ifPresent(value -> values.put(field.getName(), value)));
    return new ServiceRequest(process, Optional.empty(), requester, values, uploads());
  }

  private List<Upload> uploads() {
    return files().flatMap(paper -> paper.upload().stream()).toList();
  }

  /** Those of the documents, then those of the fields. */
  private Stream<UploadField> files() {
    return Stream.concat(
        papers.stream(), fields.stream().flatMap(field -> Optional.ofNullable(field.getFiles()).stream()).flatMap(files -> files.getChosen().stream()));
  }

  /** Puts in the values of another request that have the name and type of a field; answers how many. */
  int fill(List<AttributeView> known) {
    return (int) known.stream().filter(value -> !value.masked() && fields.stream().anyMatch(field -> field.fill(value))).count();
  }

  /** Whether some fields depend on others. */
  boolean isConditional() {
    return fields.stream().anyMatch(FormField::isConditional);
  }

  /** Shows all fields but these; answers whether one came that was not there before. */
  boolean showAllBut(Set<String> hidden) {
    boolean more = fields.stream().anyMatch(field -> !field.isShown() && !hidden.contains(field.getName()));
    fields.forEach(field -> field.show(!hidden.contains(field.getName())));
    return more;
  }

  /** Forgets earlier problems. */
  void accept() {
    fields.forEach(field -> field.refuse(""));
    papers.forEach(paper -> paper.refuse(""));
  }

  /** Puts each problem to the field or document it is about, and answers those that are about none. */
  List<Problem> refuse(List<Problem> problems) {
    return problems.stream().filter(problem -> !marks(problem)).collect(Collectors.toList());
  }

  private boolean marks(Problem problem) {
    if (problem.pointer().startsWith(ATTRIBUTE)) {
      return fields.stream().anyMatch(f -> f.takes(problem.pointer().substring(ATTRIBUTE.length() - 1), problem.message()));
    }
    Optional<UploadField> paper = problem.pointer().equals(DOCUMENTS) ? missing() : sent(problem.pointer());
    paper.ifPresent(p -> p.refuse(problem.message()));
    return paper.isPresent();
  }

  /** Missing documents are reported in the order of the process, and without their names. */
  private Optional<UploadField> missing() {
    return papers.stream().filter(paper -> paper.isRequired() && !paper.isChosen() && !paper.isWrong()).findFirst();
  }

  private Optional<UploadField> sent(String pointer) {
    List<UploadField> chosen = files().filter(UploadField::isChosen).toList();
    for (int index = 0; index < chosen.size(); index++) {
      if (pointer.startsWith(DOCUMENTS + "/" + index + "/")) {
        return Optional.of(chosen.get(index));
      }
    }
    return Optional.empty();
  }

  /** What was entered, as people read it. */
  List<FactGroup> facts(Texts texts) {
    return sections.stream()
        .map(section -> new FactGroup(section.title(), section.fields().stream().filter(field -> field.isAsked() && field.isShown()).map(f -> f.fact(texts)).toList()))
        .filter(section -> !section.facts().isEmpty())
        .toList();
  }

  List<Section> sections() {
    return sections;
  }

  List<UploadField> papers() {
    return papers;
  }
}
