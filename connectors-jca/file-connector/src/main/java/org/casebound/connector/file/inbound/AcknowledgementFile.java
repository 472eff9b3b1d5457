package org.casebound.connector.file.inbound;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.casebound.connector.api.Acknowledgement;
import org.casebound.connector.api.AcknowledgementFormat;
import org.casebound.connector.api.MalformedAcknowledgementException;

/**
 * Reads a file: {@code .json} holds one acknowledgement in the standard form; {@code .csv} has the names of the standard
 * form as its header (a column {@code result.x} is the member x of the result) and one acknowledgement on each line.
 *
 * @param acknowledgements those that could be read
 * @param mistakes a sentence for each that could not
 */
record AcknowledgementFile(List<Acknowledgement> acknowledgements, List<String> mistakes) {
  /** Largest file, in bytes. */
  static final long LARGEST = 10L * 1024 * 1024;

  private static final String RESULT = "result.";

  /** @throws IOException when the disk fails; what is wrong with the content is a mistake */
  static AcknowledgementFile read(String connector, ClaimedFile file) throws IOException {
    AcknowledgementFile found = new AcknowledgementFile(new ArrayList<>(), new ArrayList<>());
    if (Files.size(file.path()) > LARGEST) {
      found.mistakes.add("The file is larger than " + LARGEST + " bytes.");
      return found;
    }
    try {
      byte[] bytes = Files.readAllBytes(file.path());
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String name = file.name().toLowerCase(Locale.ROOT);
      if (name.endsWith(".json")) {
        found.add("", connector, text, file);
      } else if (name.endsWith(".csv")) {
        found.addLines(connector, text, file);
      } else {
        found.mistakes.add("The name of the file ends neither in .json nor in .csv.");
      }
    } catch (CharacterCodingException e) {
      found.mistakes.add("The file is no UTF-8 text.");
    }
    return found;
  }

  private void add(String place, String connector, String json, ClaimedFile file) {
    try {
      acknowledgements.add(AcknowledgementFormat.parse(connector, json, file.writtenAt()));
    } catch (MalformedAcknowledgementException e) {
      mistakes.add(place + e.getMessage());
    }
  }

  private void addLines(String connector, String text, ClaimedFile file) {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser lines = CSVParser.parse(new StringReader(text), format)) {
      for (CSVRecord line : lines) {
        if (line.isConsistent()) {
          add("Record " + line.getRecordNumber() + ": ", connector, json(line), file);
        } else {
          mistakes.add("Record " + line.getRecordNumber() + " has not as many values as the header.");
        }
      }
      if (acknowledgements.isEmpty() && mistakes.isEmpty()) {
        mistakes.add("The file has no acknowledgement.");
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      mistakes.add("The file is no CSV: " + e.getMessage());
    }
  }

  private static String json(CSVRecord line) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    JsonObjectBuilder result = Json.createObjectBuilder();
    line.toMap().forEach((column, value) -> {
      if (column.startsWith(RESULT)) {
        result.add(column.substring(RESULT.length()), value);
      } else if (!value.isEmpty()) {
        json.add(column, value);
      }
    });
    return json.add("result", result).build().toString();
  }
}
