package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.casebound.domain.integration.IntegrationDefinition;

/** Reads an integration that is not published: checked as in a bundle, kept nowhere. Thread-safe. */
@ApplicationScoped
public class IntegrationDraft {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BundleReader reader;

  /** Only for the container. */
  @SuppressWarnings("NullAway")
  protected IntegrationDraft() {
    this(null);
  }

  @Inject
  IntegrationDraft(BundleReader reader) {
    this.reader = reader;
  }

  /**
   * What a text says, as JSON says it; it may have mistakes.
   *
   * @throws BundleRefused when it is no YAML
   */
  public static Map<String, Object> tree(String yaml) {
    return JsonTree.map(BundleReader.document("draft", BundleReader.withoutMark(yaml)).root());
  }

  /**
   * The integration.
   *
   * @param tree what stands in a bundle under {@code integrations}
   * @throws BundleRefused with every problem; it stands under {@code /integrations/0}
   */
  public IntegrationDefinition read(Map<String, Object> tree) {
    Map<String, Object> bundle =
        Map.of(
            "bundle", BundleTree.FORMAT,
            "process", Map.of("name", "Draft", "version", 1, "label", "Draft", "usageType", "Industry", "category", "Draft", "queue", "draft"),
            "integrations", List.of(tree),
            "queues", List.of(Map.of("name", "draft")));
    try {
      return reader.read("draft", JSON.writeValueAsString(bundle)).integrations().get(0);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("a tree can always be written", notJson);
    }
  }
}
