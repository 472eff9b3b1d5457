package org.casebound.fulfillment.studio;

import java.util.List;
import java.util.Map;
import org.casebound.domain.definition.AttributeType;

/** Checks attributes that refer to something else: a Queue to one of the bundle, files to the document that says what they may be. */
final class ReferenceMeaning {
  private ReferenceMeaning() {}

  /** The attributes of the process. */
  static void check(Place process, BundleIndex index, Problems problems) {
    Map<String, Place> documents = BundleIndex.byName(process.items("documents"));
    for (Place attribute : process.items("attributes")) {
      AttributeType type = BundleIndex.type(attribute).orElse(AttributeType.TEXT);
      byDefault(attribute, type, index, problems);
      if (type.isFile()) {
        files(attribute, documents, problems);
      }
    }
  }

  /** The fields of a work item's form. */
  static void checkForm(List<Place> fields, BundleIndex index, Problems problems) {
    for (Place field : fields) {
      AttributeType type = BundleIndex.type(field).orElse(AttributeType.TEXT);
      byDefault(field, type, index, problems);
      if (type.isFile()) {
        problems.at(field.at("type"), "A work item's form takes no files.", "Ask for them in the request: make it an attribute of the process.");
      }
    }
  }

  private static void byDefault(Place attribute, AttributeType type, BundleIndex index, Problems problems) {
    if (type == AttributeType.QUEUE) {
      References.check("queue", attribute.at("default"), index.queues().keySet(), problems);
    } else if (type.isReference() && attribute.has("default")) {
      problems.atKey(attribute.at("default"), "What a request refers to has no default.", "Delete it.");
    }
  }

  private static void files(Place attribute, Map<String, Place> documents, Problems problems) {
    String name = attribute.text("name").orElse("");
    Place document = documents.get(name);
    if (document == null) {
      problems.at(
          attribute.at("type"),
          "'%s' needs a document of its name, which says what files it takes.".formatted(name),
          "Add '%s' with its mediaTypes to 'documents'.".formatted(name));
    } else if (document.flag("required")) {
      problems.at(document.at("required"), "The attribute '%s' says whether it is required.".formatted(name), "Move 'required' to the attribute.");
    }
  }
}
