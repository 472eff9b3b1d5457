package org.casebound.demobank.ledger;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.Closeable;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The bank's books: one effect per idempotency key, on the disk before the caller is answered. Thread-safe; calls with
 * the same key or for the same target wait for each other.
 */
public final class Ledger implements Closeable {
  private static final int STRIPES = 64;

  private final Journal journal;
  private final Clock clock;
  private final Decisions decisions = new Decisions(this);
  private final Map<String, LedgerLine> byKey = new ConcurrentHashMap<>();
  private final Map<String, LedgerLine> latestByTarget = new ConcurrentHashMap<>();
  private final LedgerLines lines = new LedgerLines();
  private final AtomicLong references = new AtomicLong();
  private final List<Object> keyLocks = locks();
  private final List<Object> targetLocks = locks();

  /** Opens the books that are kept in a file, which is made when missing. */
  public Ledger(Path file, Clock clock) {
    this.clock = clock;
    this.journal = Journal.open(file, this::replay);
  }

  private static List<Object> locks() {
    return Stream.generate(Object::new).limit(STRIPES).toList();
  }

  private static Object lock(List<Object> locks, String name) {
    return locks.get(Math.floorMod(name.hashCode(), STRIPES));
  }

  /**
   * Carries out an order, once per key.
   *
   * @return the line, new or old; empty when the key was used for another order
   */
  public Optional<LedgerLine> carryOut(Order order) {
    synchronized (lock(keyLocks, order.key())) {
      LedgerLine known = byKey.get(order.key());
      if (known == null) {
        return Optional.of(enter(order));
      }
      known.countCall();
      journal.note(entry("call", order.key()));
      return Optional.of(known).filter(line -> line.effect().fingerprint().equals(order.fingerprint()));
    }
  }

  private LedgerLine enter(Order order) {
    synchronized (lock(targetLocks, order.target())) {
      Effect effect = decisions.decide(order, clock.instant());
      journal.append(effect.toJson());
      return add(effect);
    }
  }

  private LedgerLine add(Effect effect) {
    LedgerLine line = new LedgerLine(effect);
    line.countCall();
    byKey.put(effect.key(), line);
    if (effect.applied()) {
      latestByTarget.put(target(effect.service(), effect.target()), line);
      lines.add(line);
    }
    return line;
  }

  /** Notes that an acknowledgement was confirmed by its receiver, or is never sent. */
  public void acknowledged(String key, boolean sent) {
    journal.note(Json.createObjectBuilder(entry("acknowledged", key)).add("sent", sent).build());
    find(key).ifPresent(line -> line.countAcknowledgement(sent));
  }

  /** What was answered to a key. */
  public Optional<LedgerLine> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The latest effect on a target. */
  public Optional<Effect> latest(Service service, String target) {
    return Optional.ofNullable(latestByTarget.get(target(service, target))).map(LedgerLine::effect);
  }

  /** All effects, oldest first. */
  public List<LedgerLine> lines() {
    return lines.all();
  }

  long nextReference() {
    return references.incrementAndGet();
  }

  private void replay(JsonObject json) {
    switch (json.getString("entry")) {
      case "effect" -> {
        Effect effect = Effect.fromJson(json);
        references.accumulateAndGet(Service.number(effect.reference()), Math::max);
        add(effect);
      }
      case "call" -> find(json.getString("key")).ifPresent(LedgerLine::countCall);
      case "acknowledged" ->
          find(json.getString("key")).ifPresent(line -> line.countAcknowledgement(json.getBoolean("sent")));
      default -> throw new IllegalStateException("The journal has an entry of an unknown kind.");
    }
  }

  private static JsonObject entry(String kind, String key) {
    return Json.createObjectBuilder().add("entry", kind).add("key", key).build();
  }

  private static String target(Service service, String target) {
    return service + "/" + target;
  }

  @Override
  public void close() {
    journal.close();
  }
}
