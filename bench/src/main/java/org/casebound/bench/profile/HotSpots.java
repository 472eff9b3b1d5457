package org.casebound.bench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Reads a flight recording: which code ran, by library, by method and by the product's own methods; what was allocated. */
public final class HotSpots {
  private static final String OWN = "org.casebound.";
  private static final String NONE = "(none)";

  private final Tally libraries = new Tally();
  private final Tally methods = new Tally();
  private final Tally own = new Tally();
  private final Tally threads = new Tally();
  private final Tally classes = new Tally();
  private final Tally allocators = new Tally();
  private double pauseMillis;

  private HotSpots() {}

  /** Reads the whole file. */
  public static HotSpots of(Path file) {
    HotSpots spots = new HotSpots();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        spots.take(recording.readEvent());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The recording can not be read: " + file, e);
    }
    return spots;
  }

  private void take(RecordedEvent event) {
    switch (event.getEventType().getName()) {
      case "jdk.ExecutionSample" -> sample(event);
      case "jdk.ObjectAllocationSample" -> allocation(event);
      case "jdk.GarbageCollection" -> pauseMillis += event.getDuration("sumOfPauses").toNanos() / 1e6;
      default -> { }
    }
  }

  private void sample(RecordedEvent event) {
    List<String> frames = frames(event);
    if (frames.isEmpty()) {
      return;
    }
    for (Tally tally : List.of(libraries, methods, own, threads)) {
      tally.addToTotal(1);
    }
    methods.add(frames.get(0), 1);
    libraries.add(frames.stream().filter(HotSpots::isNoJdk).map(HotSpots::library).findFirst().orElse("JDK alone"), 1);
    Set<String> seen = new HashSet<>();
    frames.stream().filter(frame -> frame.startsWith(OWN) && !frame.contains("$$") && seen.add(frame)).forEach(frame -> own.add(frame, 1));
    String thread = event.getThread("sampledThread") == null ? NONE : event.getThread("sampledThread").getJavaName();
    threads.add(thread == null ? NONE : thread.replaceAll("[0-9a-f-]*[0-9]+$", "*"), 1);
  }

  private void allocation(RecordedEvent event) {
    double weight = event.getLong("weight");
    classes.addToTotal(weight);
    allocators.addToTotal(weight);
    RecordedClass type = event.getClass("objectClass");
    classes.add(type.getName(), weight);
    allocators.add(frames(event).stream().filter(HotSpots::isNoJdk).map(HotSpots::library).findFirst().orElse("JDK alone"), weight);
  }

  private static List<String> frames(RecordedEvent event) {
    return event.getStackTrace() == null ? List.of() : event.getStackTrace().getFrames().stream().map(HotSpots::name).toList();
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  private static boolean isNoJdk(String frame) {
    return !frame.startsWith("java.") && !frame.startsWith("jdk.") && !frame.startsWith("sun.");
  }

  /** The first three parts of a package. */
  private static String library(String frame) {
    String[] parts = frame.split("\\.");
    return String.join(".", List.of(parts).subList(0, Math.min(3, parts.length)));
  }

  /**
   * All of it as text.
   *
   * @param cases that were driven meanwhile
   */
  public String report(int cases) {
    return "Samples: %.0f; allocated per case: %.0f kB; pauses for garbage collection: %.0f ms%n%n"
            .formatted(methods.total(), classes.total() / 1024 / cases, pauseMillis)
        + String.join(
            "\n",
            libraries.top(25, "CPU by library (nearest frame that is not the JDK's)"),
            methods.top(30, "CPU by method (topmost frame)"),
            own.top(40, "CPU by own method (anywhere in the stack)"),
            threads.top(12, "CPU by thread"),
            allocators.top(20, "Allocation by library"),
            classes.top(20, "Allocation by class"));
  }
}
