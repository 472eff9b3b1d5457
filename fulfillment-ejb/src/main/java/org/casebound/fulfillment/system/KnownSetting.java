package org.casebound.fulfillment.system;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A setting of docs/operations.md.
 *
 * @param otherwise its default; empty when it has none
 * @param hidden whether its value is told to nobody
 */
record KnownSetting(String name, String otherwise, boolean hidden) {
  /** Of an address only what stands before its parameters and behind a user and password is shown. */
  private static final Pattern URL_SECRETS = Pattern.compile("[?;].*|(?<=//)[^/@]*@", Pattern.DOTALL);

  /** Secrets of connectors and webhooks, of which there are any number: {@code casebound.webhooks.<name>.secrets}. */
  static final Pattern SECRETS = Pattern.compile("casebound\\.(acknowledgements|webhooks)\\.[\\w-]+\\.secrets");

  static final List<KnownSetting> ALL =
      List.of(
          shown("casebound.database.driver", "h2"),
          shown("casebound.database.url", ""),
          hidden("casebound.database.user"),
          hidden("casebound.database.password"),
          shown("casebound.database.pool.min", "4"),
          shown("casebound.database.pool.max", "30"),
          shown("casebound.http.max-post-size", "67108864"),
          shown("casebound.api.max-body-bytes", "16777216"),
          shown("casebound.bulk.max-bytes", "67108864"),
          shown("casebound.bundles.directory", ""),
          hidden("casebound.archives.signing-key"),
          shown("casebound.archives.signer", "casebound"),
          hidden("casebound.archives.trusted"),
          shown("casebound.archives.others", "warn"),
          shown("casebound.scanner.clamd", ""),
          shown("casebound.scanner", ""),
          shown("casebound.scanner.timeout", "PT1M"),
          shown("casebound.webhooks.allow", ""),
          shown("casebound.webhooks.insecure", "false"),
          shown("casebound.webhooks.timeout", "PT10S"),
          shown("casebound.webhooks.tries", "15"),
          shown("casebound.webhooks.first-pause", "PT5S"),
          shown("casebound.webhooks.kept", "P30D"),
          shown("casebound.step.lease", "PT30S"),
          shown("casebound.call.grace", "PT30S"),
          shown("casebound.call.recordings", "16"),
          shown("casebound.circuit.window", "PT1M"),
          shown("casebound.circuit.minimum-calls", "10"),
          shown("casebound.circuit.failure-rate", "50"),
          shown("casebound.circuit.probe-interval", "PT10S"),
          shown("casebound.circuit.resume-rate", "50"),
          shown("casebound.mail.session", ""),
          hidden("casebound.mail.from"),
          shown("casebound.mail.domains", ""),
          shown("casebound.poll.interval", "PT1S"),
          shown("casebound.poll.batch", "50"),
          shown("casebound.work.lease", "PT15M"),
          shown("wildfly.statistics-enabled", "false"));

  private static KnownSetting shown(String name, String otherwise) {
    return new KnownSetting(name, otherwise, false);
  }

  static KnownSetting hidden(String name) {
    return new KnownSetting(name, "", true);
  }

  /** As it is in force where somebody set these values. */
  SettingInForce inForce(Function<String, Optional<String>> values) {
    Optional<String> value = values.apply(name).filter(text -> !text.isBlank());
    Optional<String> told = value.or(() -> Optional.of(otherwise).filter(text -> !text.isEmpty())).map(KnownSetting::bare);
    return new SettingInForce(name, value.isPresent(), hidden ? Optional.empty() : told, hidden);
  }

  private static String bare(String value) {
    return value.startsWith("jdbc:") ? URL_SECRETS.matcher(value).replaceAll("") : value;
  }
}
