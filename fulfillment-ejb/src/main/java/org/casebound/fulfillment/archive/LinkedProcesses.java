package org.casebound.fulfillment.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The other processes that a process files cases of, where it names them outright. */
final class LinkedProcesses {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final Pattern CONSTANT = Pattern.compile("\\s*['\"]([A-Za-z0-9_]+)['\"]\\s*");

  private LinkedProcesses() {}

  /**
   * Their API names, sorted.
   *
   * @param document canonical JSON of a bundle
   */
  static Set<String> of(String document) {
    Set<String> names = new TreeSet<>();
    try {
      for (JsonNode element : MAPPER.readTree(document).findParents("createRecord")) {
        Matcher name = CONSTANT.matcher(element.path("values").path("process").asText());
        if (element.path("createRecord").asText().equals("case") && name.matches()) {
          names.add(name.group(1));
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A stored bundle is no JSON.", e);
    }
    return names;
  }
}
