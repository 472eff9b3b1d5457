package org.casebound.fulfillment.bulk;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;

/** Reads and writes the JSON of lines, as strictly as the API reads its bodies. */
final class BulkJson {
  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER_LENGTH = 100;
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).maxNumberLength(MAX_NUMBER_LENGTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private BulkJson() {}

  static Map<String, Object> object(String text) throws JsonProcessingException {
    Map<String, Object> object = MAPPER.readValue(text, new TypeReference<Map<String, Object>>() {});
    return object == null ? Map.of() : object;
  }

  /** The texts of an array that {@link #write} wrote. */
  static List<String> texts(String text) {
    try {
      return MAPPER.readValue(text, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("what was written here can be read here", impossible);
    }
  }

  static String write(List<String> texts) {
    try {
      return MAPPER.writeValueAsString(texts);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("every list of texts can be written", impossible);
    }
  }
}
