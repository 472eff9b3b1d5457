package org.casebound.fulfillment.studio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casebound.domain.definition.AttributeType;
import org.casebound.domain.definition.CatalogIcon;
import org.casebound.domain.definition.Element;
import org.casebound.domain.definition.UsageType;
import org.casebound.domain.definition.VariableDefinition;
import org.casebound.domain.shared.Priority;
import org.casebound.domain.shared.Resolution;
import org.junit.jupiter.api.Test;

/** What docs/ says is what the product does. */
class PublishedFormatTest {
  private static final Path DOCS = Path.of("../docs");

  @Test
  void theExampleOfTheDocumentationIsAValidBundle() throws IOException {
    Matcher blocks =
        Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCS.resolve("bundle-format.md")));
    List<String> examples = new ArrayList<>();
    while (blocks.find()) {
      examples.add(blocks.group(1));
    }
    assertThat(examples).hasSize(2);
    assertThat(new BundleReader().read("bundle-format.md", examples.get(1)).process().name()).isEqualTo("Address_Update");
  }

  @Test
  void everyPropertyOfTheSchemaHasADescription() throws IOException {
    List<String> bare = new ArrayList<>();
    collect(schema(), "", bare);
    assertThat(bare).isEmpty();
  }

  @Test
  void theSchemaKnowsTheValuesOfTheModel() throws IOException {
    JsonNode definitions = schema().path("$defs");
    assertThat(texts(definitions.at("/attribute/properties/type/enum")))
        .containsExactlyInAnyOrderElementsOf(List.of(AttributeType.values()).stream().map(AttributeType::yamlName).toList());
    assertThat(texts(definitions.at("/process/properties/usageType/enum")))
        .containsExactlyInAnyOrderElementsOf(List.of(UsageType.values()).stream().map(UsageType::yamlName).toList());
    assertThat(texts(definitions.at("/process/properties/icon/enum"))).isEqualTo(CatalogIcon.NAMES).contains(CatalogIcon.USUAL);
    assertThat(texts(definitions.at("/element/properties/closeCase/enum")))
        .containsExactlyInAnyOrderElementsOf(List.of(Resolution.values()).stream().map(Resolution::name).toList());
    assertThat(texts(definitions.at("/priority/enum"))).containsExactlyInAnyOrderElementsOf(names(Priority.values()));
    assertThat(texts(definitions.at("/element/properties/notify/enum")))
        .containsExactlyInAnyOrderElementsOf(names(Element.Notify.Channel.values()));
    assertThat(texts(definitions.at("/trigger/properties/when/enum"))).containsExactlyInAnyOrderElementsOf(TriggerMapper.CHANGES.keySet());
    assertThat(texts(definitions.at("/variable/properties/type/enum")))
        .containsExactlyInAnyOrderElementsOf(Stream.of(VariableDefinition.Type.values()).map(FlowTree::typeName).toList());
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }

  private static JsonNode schema() throws IOException {
    return new ObjectMapper().readTree(DOCS.resolve("process-bundle.schema.json").toFile());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static void collect(JsonNode node, String path, List<String> bare) {
    node.path("properties")
        .properties()
        .forEach(
            property -> {
              if (property.getValue().path("description").asText().isBlank()) {
                bare.add(path + "/" + property.getKey());
              }
            });
    node.properties().forEach(child -> collect(child.getValue(), path + "/" + child.getKey(), bare));
  }
}
