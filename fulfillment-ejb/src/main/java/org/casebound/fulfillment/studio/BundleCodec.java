package org.casebound.fulfillment.studio;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;
import org.casebound.domain.definition.ProcessBundle;

/** Reads and writes published bundles: canonical JSON, without the checks that its publishing made. */
public final class BundleCodec {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private BundleCodec() {}

  /**
   * The bundle of a stored text.
   *
   * @param canonicalJson what {@link #write} made
   * @throws IllegalArgumentException when the text is no bundle: the store was changed by hand
   */
  public static ProcessBundle read(String canonicalJson) {
    try {
      return BundleMapper.bundle(Place.root(MAPPER.readTree(canonicalJson)));
    } catch (JsonProcessingException | java.util.NoSuchElementException e) {
      throw new IllegalArgumentException("The stored bundle can not be read.", e);
    }
  }

  /** The canonical JSON of a bundle. */
  public static String write(ProcessBundle bundle) {
    try {
      return MAPPER.writeValueAsString(sorted(BundleTree.of(bundle)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static JsonNode sorted(JsonNode node) {
    if (node instanceof ObjectNode object) {
      TreeMap<String, JsonNode> members = new TreeMap<>();
      object.properties().forEach(e -> members.put(e.getKey(), sorted(e.getValue())));
      ObjectNode result = BundleTree.object();
      result.setAll(members);
      return result;
    } else if (node instanceof ArrayNode array) {
      ArrayNode result = MAPPER.createArrayNode();
      array.forEach(item -> result.add(sorted(item)));
      return result;
    }
    return node;
  }
}
