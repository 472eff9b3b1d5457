package org.casebound.fulfillment.persistence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Map;
import org.casebound.domain.shared.Values;
import org.hibernate.annotations.Immutable;

/** Stores {@link Values} as JSON text. Whole numbers come back as Long, others as BigDecimal. */
@Immutable // Otherwise each record that is read or written gets a copy of its values, by way of JSON, to find changes.
@Converter(autoApply = true)
public class ValuesConverter implements AttributeConverter<Values, String> {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_LONG_FOR_INTS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

  @Override
  public String convertToDatabaseColumn(Values values) {
    try {
      return JSON.writeValueAsString(values.asMap());
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("values that JSON can not say", notJson);
    }
  }

  @Override
  public Values convertToEntityAttribute(String text) {
    try {
      return text.length() == 2 ? Values.EMPTY : new Values(JSON.readValue(text, TREE));
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a stored value is no JSON", broken);
    }
  }
}
