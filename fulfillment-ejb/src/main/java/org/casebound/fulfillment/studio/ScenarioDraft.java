package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.casebound.domain.definition.ProcessBundle;

/** Reads a bundle with one scenario that is not in it: checked as if it were, kept nowhere. Thread-safe. */
@ApplicationScoped
public class ScenarioDraft {
  /** In YAML 1E+4 is a text. */
  private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final BundleReader reader;

  /** Only for the container. */
  @SuppressWarnings("NullAway")
  protected ScenarioDraft() {
    this(null);
  }

  @Inject
  public ScenarioDraft(BundleReader reader) {
    this.reader = reader;
  }

  /**
   * The bundle, with the scenario as its only one.
   *
   * @param scenario what would stand in a bundle under {@code scenarios}; without a name it gets one
   * @throws BundleRefused with every problem; those of the scenario stand under {@code /scenarios/0}
   */
  public ProcessBundle read(ProcessBundle bundle, Map<String, Object> scenario) {
    ObjectNode root = BundleTree.of(bundle);
    ObjectNode given = JSON.valueToTree(scenario);
    if (!given.has("name")) {
      given.put("name", "sample");
    }
    root.putArray("scenarios").add(given);
    try {
      return reader.read("scenario", JSON.writeValueAsString(root));
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("a tree can always be written", notJson);
    }
  }
}
