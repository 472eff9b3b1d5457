package org.casebound.fulfillment.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.casebound.domain.integration.CircuitPolicy;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of the product, read once at start-up from MicroProfile Config (system properties, environment, the server's
 * configuration). A setting that makes no sense stops the start with a sentence that names it.
 *
 * @param node name of this run of this node; leases carry it. Key {@code jboss.node.name}, with a suffix per start
 * @param lease how long a node may stay silent before another takes over its tries. Key {@code
 *     casebound.step.lease}, ISO duration, 5 s to 1 h, default PT30S
 * @param pollInterval longest pause between two looks for due work. Key {@code casebound.poll.interval}, ISO duration, 50 ms
 *     to 1 h, default PT1S
 * @param pollBatch most tries taken at one look. Key {@code casebound.poll.batch}, 1 to 1000, default 50
 * @param workLease how long a work item that "get next" gave to a person is kept for him while he shows no sign of life. Key {@code
 *     casebound.work.lease}, ISO duration, 1 min to 1 h, default PT15M
 * @param bundlesDirectory directory whose {@code *.yaml} bundles are imported at start-up. Key {@code
 *     casebound.bundles.directory}; none by default
 * @param mailSession JNDI name of the mail session that flows send mails with. Key {@code casebound.mail.session}; none by
 *     default: mails wait until there is one
 * @param mailFrom address of the sender. Key {@code casebound.mail.from}; by default that of the mail session
 * @param mailDomains domains that the mails with what people were told may go to, in small letters; any when empty. Key {@code
 *     casebound.mail.domains}, with commas between them; empty by default
 * @param callGrace how long after its time-out a call may stay away before its outcome is taken for unknown. Key {@code
 *     casebound.call.grace}, ISO duration, 1 s to 1 h, default PT30S
 * @param recordings most outcomes that are recorded at the same time, each with a database connection; fewer than the pool has. Key
 *     {@code casebound.call.recordings}, 1 to 1000, default 16
 * @param circuit when calls through a connector stop by themselves, see {@link CircuitPolicy}. Keys {@code
 *     casebound.circuit.window}, {@code .minimum-calls}, {@code .failure-rate} (percent), {@code .probe-interval}, {@code
 *     .resume-rate} (tries a second)
 */
public record FulfillmentSettings(
    String node,
    Duration lease,
    Duration pollInterval,
    int pollBatch,
    Duration workLease,
    Optional<String> bundlesDirectory,
    Optional<String> mailSession,
    Optional<String> mailFrom,
    Set<String> mailDomains,
    Duration callGrace,
    int recordings,
    CircuitPolicy circuit) {

  static FulfillmentSettings from(Config config, String runOfNode) {
    return new FulfillmentSettings(
        config.getOptionalValue("jboss.node.name", String.class).orElse("node") + "/" + runOfNode,
        duration(config, "casebound.step.lease", "PT30S", Duration.ofSeconds(5)),
        duration(config, "casebound.poll.interval", "PT1S", Duration.ofMillis(50)),
        number(config, "casebound.poll.batch", 50, 1000),
        duration(config, "casebound.work.lease", "PT15M", Duration.ofMinutes(1)),
        config.getOptionalValue("casebound.bundles.directory", String.class),
        config.getOptionalValue("casebound.mail.session", String.class),
        config.getOptionalValue("casebound.mail.from", String.class),
        domains(config.getOptionalValue("casebound.mail.domains", String.class).orElse("")),
        duration(config, "casebound.call.grace", "PT30S", Duration.ofSeconds(1)),
        number(config, "casebound.call.recordings", 16, 1000),
        circuit(config));
  }

  private static Set<String> domains(String listed) {
    return Arrays.stream(listed.split(","))
        .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
        .filter(domain -> !domain.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static CircuitPolicy circuit(Config config) {
    CircuitPolicy otherwise = CircuitPolicy.DEFAULT;
    int percent = (int) (otherwise.failureRate() * 100);
    return new CircuitPolicy(
        duration(config, "casebound.circuit.window", otherwise.window().toString(), Duration.ofSeconds(1)),
        number(config, "casebound.circuit.minimum-calls", otherwise.minimumCalls(), CircuitPolicy.MOST_CALLS),
        number(config, "casebound.circuit.failure-rate", percent, 100) / 100.0,
        duration(config, "casebound.circuit.probe-interval", otherwise.probeInterval().toString(), Duration.ofMillis(100)),
        number(config, "casebound.circuit.resume-rate", otherwise.resumeRate(), 10_000));
  }

  private static int number(Config config, String key, int otherwise, int most) {
    return checked(config, key, Integer.class, otherwise, n -> n >= 1 && n <= most, "1 to " + most);
  }

  private static Duration duration(Config config, String key, String otherwise, Duration least) {
    Duration most = Duration.ofHours(1);
    return checked(
        config,
        key,
        Duration.class,
        Duration.parse(otherwise),
        d -> d.compareTo(least) >= 0 && d.compareTo(most) <= 0,
        "an ISO duration from " + least + " to " + most);
  }

  private static <T> T checked(
      Config config, String key, Class<T> type, T otherwise, Predicate<T> sensible, String range) {
    T value;
    try {
      value = config.getOptionalValue(key, type).orElse(otherwise);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalStateException("CBD10020: setting " + key + " must be " + range, unreadable);
    }
    if (!sensible.test(value)) {
      throw new IllegalStateException("CBD10020: setting " + key + " is " + value + " but must be " + range);
    }
    return value;
  }
}
