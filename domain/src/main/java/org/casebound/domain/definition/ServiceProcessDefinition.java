package org.casebound.domain.definition;

import java.util.List;
import java.util.Optional;

/**
 * The Studio's design of one service (specification, section A).
 *
 * @param name API name
 * @param version counts up from 1; a published version never changes
 * @param label what people call it
 * @param shortDescription what it does, in a line of the catalog; without one the catalog shows the description
 * @param description what it does, in full; may be empty
 * @param usageType kind of service
 * @param category group in the catalog
 * @param icon picture in the catalog, one of {@link CatalogIcon#NAMES}; without one {@link CatalogIcon#USUAL}
 * @param queue queue for manual fulfillment and for work that names nobody
 * @param preprocessor name of a CDI bean that runs before anything is saved
 * @param attributes values a request carries, in form order
 * @param documents documents a request wants
 * @param fulfillmentFlow API name of the flow, in the same bundle; without one the case is worked by hand
 * @param rules assignment, escalation and promised times
 */
public record ServiceProcessDefinition(
    String name,
    int version,
    String label,
    Optional<String> shortDescription,
    String description,
    UsageType usageType,
    String category,
    Optional<String> icon,
    String queue,
    Optional<String> preprocessor,
    List<AttributeDefinition> attributes,
    List<DocumentRequirement> documents,
    Optional<String> fulfillmentFlow,
    CaseRules rules) {
  public ServiceProcessDefinition {
    attributes = List.copyOf(attributes);
    documents = List.copyOf(documents);
  }

  /** What it does, in a line if there is one; may be empty. */
  public String inShort() {
    return shortDescription.orElse(description);
  }

  /** What it does, in full if there is more than a line; may be empty. */
  public String inFull() {
    return description.isEmpty() ? inShort() : description;
  }

  /** The same with these attributes. */
  public ServiceProcessDefinition asking(List<AttributeDefinition> asked) {
    return new ServiceProcessDefinition(
        name, version, label, shortDescription, description, usageType, category, icon, queue, preprocessor, asked, documents, fulfillmentFlow, rules);
  }

  /** The attribute whose value is the files for the document of that name. */
  public Optional<AttributeDefinition> attachment(String document) {
    return attribute(document).filter(attribute -> attribute.type().isFile());
  }

  /** The documents without which a request is refused, whatever else it says. */
  public List<DocumentRequirement> requiredDocuments() {
    return documents.stream()
        .filter(
            document ->
                document.required()
                    || attachment(document.name()).filter(a -> a.required() && a.visibleWhen().isEmpty()).isPresent())
        .toList();
  }

  /** The attribute of that name. */
  public Optional<AttributeDefinition> attribute(String attributeName) {
    return attributes.stream().filter(a -> a.name().equals(attributeName)).findFirst();
  }
}
