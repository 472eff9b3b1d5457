package org.casebound.connector.mail.outbound;

import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.casebound.connector.api.Operation;
import org.casebound.connector.api.Shape;
import org.casebound.connector.api.Shape.Member;
import org.casebound.connector.api.ValueType;

/**
 * What a call asks for: operation {@code SEND} with the inputs {@code to}, {@code cc}, {@code bcc} (a text or a list of
 * texts, one address each), {@code subject}, {@code text} and, if wanted, {@code html}. Nothing that ends a header line gets
 * into a header.
 */
record MailOrder(
    List<InternetAddress> to,
    List<InternetAddress> cc,
    List<InternetAddress> bcc,
    String subject,
    String text,
    Optional<String> html) {
  static final String OPERATION = "SEND";

  private static final Set<ValueType> ADDRESSES = Set.of(ValueType.TEXT, ValueType.LIST);
  private static final Set<ValueType> TEXT = Set.of(ValueType.TEXT);
  private static final Shape INPUT =
      Shape.of(
          new Member("to", ADDRESSES, true),
          new Member("cc", ADDRESSES, false),
          new Member("bcc", ADDRESSES, false),
          new Member("subject", TEXT, true),
          new Member("text", TEXT, true),
          new Member("html", TEXT, false));
  private static final int LONGEST_SUBJECT = 250;

  /** @throws IllegalArgumentException with a sentence when an input is missing, unknown or not allowed */
  static MailOrder of(String operation, Map<String, Object> input, MailSettings settings) {
    describe(operation);
    input.keySet().stream().filter(name -> !INPUT.mayHave(name)).findFirst().ifPresent(name -> {
      throw new IllegalArgumentException("A mail has no input \"" + name + "\".");
    });
    MailOrder order = new MailOrder(
        addresses("to", input), addresses("cc", input), addresses("bcc", input),
        subject(input), required("text", input),
        input.containsKey("html") ? Optional.of(required("html", input)) : Optional.empty());
    order.checkRecipients(settings);
    return order;
  }

  /** @throws IllegalArgumentException with a sentence when it is another operation */
  static Operation describe(String operation) {
    if (!OPERATION.equals(operation.strip())) {
      throw new IllegalArgumentException("The mail connector has one operation, " + OPERATION + ".");
    }
    return new Operation(INPUT, Shape.of(new Member("messageId", TEXT, true)));
  }

  private void checkRecipients(MailSettings settings) {
    List<InternetAddress> all = new ArrayList<>(to);
    all.addAll(cc);
    all.addAll(bcc);
    if (to.isEmpty()) {
      throw new IllegalArgumentException("A mail needs the input \"to\".");
    }
    if (all.size() > settings.maxRecipients()) {
      throw new IllegalArgumentException("A mail has at most " + settings.maxRecipients() + " recipients.");
    }
    if (!all.stream().allMatch(settings::mayReceive)) {
      throw new IllegalArgumentException("A recipient is not in the domains that mail may go to.");
    }
  }

  private static String subject(Map<String, Object> input) {
    String subject = required("subject", input);
    if (subject.length() > LONGEST_SUBJECT) {
      throw new IllegalArgumentException("The subject is longer than " + LONGEST_SUBJECT + " characters.");
    }
    refuseControls("subject", subject);
    return subject;
  }

  private static List<InternetAddress> addresses(String name, Map<String, Object> input) {
    Object value = input.get(name);
    if (value == null) {
      return List.of();
    }
    List<?> texts = value instanceof List<?> list ? list : List.of(value);
    return texts.stream().map(text -> address(name, text)).toList();
  }

  private static InternetAddress address(String name, Object value) {
    if (!(value instanceof String text)) {
      throw new IllegalArgumentException("The input \"" + name + "\" must be one or more mail addresses.");
    }
    refuseControls(name, text);
    try {
      return MailAddress.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("The input \"" + name + "\" has something that is no mail address.", e);
    }
  }

  private static void refuseControls(String name, String text) {
    if (text.chars().anyMatch(character -> Character.isISOControl(character) || character == 0x2028 || character == 0x2029)) {
      throw new IllegalArgumentException("The input \"" + name + "\" must be one line without control characters.");
    }
  }

  private static String required(String name, Map<String, Object> input) {
    if (!(input.get(name) instanceof String text) || text.isBlank()) {
      throw new IllegalArgumentException("A mail needs the input \"" + name + "\", a text.");
    }
    return text;
  }
}
