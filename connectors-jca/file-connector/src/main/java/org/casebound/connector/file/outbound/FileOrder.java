package org.casebound.connector.file.outbound;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Operation;
import org.casebound.connector.api.Shape;
import org.casebound.connector.api.Shape.Member;
import org.casebound.connector.api.ValueType;

/**
 * What a call asks for: {@code JSON prefix} or {@code CSV prefix(column, column)}.
 *
 * @param name of the file in the drop folder, made of the prefix and the key
 * @param content of the file
 */
record FileOrder(String name, byte[] content) {
  private static final Pattern OPERATION =
      Pattern.compile("(JSON|CSV) ([A-Za-z0-9][A-Za-z0-9_-]{0,49})(?:\\(([^()]*)\\))?");
  /** An acknowledgement of the receiver may say more. */
  private static final Shape RESULT = new Shape(List.of(new Member("file", Set.of(ValueType.TEXT), false)), true);

  private static final Pattern PLAIN_KEY = Pattern.compile("[a-z0-9-]{1,80}");
  private static final int LONGEST_START = 60;
  private static final int HASH_CHARACTERS = 32;

  /** @throws IllegalArgumentException with a sentence when the operation has another form or does not fit the input */
  static FileOrder of(Call call) {
    Matcher operation = parts(call.operation());
    boolean csv = isCsv(operation);
    String text = csv ? CsvText.of(operation.group(3), call) : JsonText.of(call);
    String name = operation.group(2) + "-" + fileName(call.key()) + (csv ? ".csv" : ".json");
    return new FileOrder(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What an operation takes and gives.
   *
   * @throws IllegalArgumentException with a sentence when it has another form
   */
  static Operation describe(String operation) {
    Matcher parts = parts(operation);
    return new Operation(isCsv(parts) ? CsvText.shape(parts.group(3)) : Shape.ANY, RESULT);
  }

  private static Matcher parts(String operation) {
    Matcher parts = OPERATION.matcher(operation);
    if (!parts.matches()) {
      throw new IllegalArgumentException("An operation is \"JSON prefix\" or \"CSV prefix(column, column)\".");
    }
    if (isCsv(parts) != (parts.group(3) != null)) {
      throw new IllegalArgumentException("CSV names its columns in parentheses; JSON has none.");
    }
    return parts;
  }

  private static boolean isCsv(Matcher parts) {
    return "CSV".equals(parts.group(1));
  }

  /** Names the content, so that a key is not taken for another file's. */
  String contentHash() {
    return sha256(content);
  }

  /** A key as part of a file name; different keys have different names, also where upper and lower case are the same. */
  static String fileName(IdempotencyKey key) {
    if (PLAIN_KEY.matcher(key.value()).matches()) {
      return key.value();
    }
    String start = key.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "_");
    start = start.length() <= LONGEST_START ? start : start.substring(0, LONGEST_START);
    return start + "." + sha256(key.value().getBytes(StandardCharsets.UTF_8)).substring(0, HASH_CHARACTERS);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
