package org.casebound.bench.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** CPU time of processes, from /proc, in seconds; resolution 10 ms. */
public final class Cpu {
  private static final double TICKS_PER_SECOND = 100;

  /** Fields of /proc/pid/stat, counted from the one after the command's name. */
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  /** Fields of the first line of /proc/stat; those after the last one are counted in others already. */
  private static final int MACHINE_IDLE = 4;
  private static final int MACHINE_WAITING = 5;
  private static final int MACHINE_LAST = 8;

  private Cpu() {}

  /** Of one process with all its threads; 0 when it is gone. */
  public static double of(long pid) {
    String[] stat = stat(pid);
    return stat.length == 0 ? 0 : (number(stat, USER) + number(stat, SYSTEM)) / TICKS_PER_SECOND;
  }

  /** Of a process and its direct children, those that ended included. */
  public static double ofFamily(long pid) {
    String[] stat = stat(pid);
    double ended = stat.length == 0 ? 0 : (number(stat, CHILDREN_USER) + number(stat, CHILDREN_SYSTEM)) / TICKS_PER_SECOND;
    return of(pid) + ended + children(pid).stream().mapToDouble(Cpu::of).sum();
  }

  /** Of everything on this machine, all cores together. */
  public static double ofMachine() {
    try {
      String[] all = Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +");
      long busy = 0;
      for (int field = 1; field < all.length && field <= MACHINE_LAST; field++) {
        busy += field == MACHINE_IDLE || field == MACHINE_WAITING ? 0 : Long.parseLong(all[field]);
      }
      return busy / TICKS_PER_SECOND;
    } catch (IOException e) {
      throw new UncheckedIOException("The CPU time needs /proc, so Linux", e);
    }
  }

  private static List<Long> children(long pid) {
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .map(path -> path.getFileName().toString())
          .filter(name -> name.matches("[0-9]+"))
          .map(Long::valueOf)
          .filter(each -> {
            String[] stat = stat(each);
            return stat.length > 0 && number(stat, PARENT) == pid;
          })
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The CPU time needs /proc, so Linux", e);
    }
  }

  private static long number(String[] stat, int field) {
    return Long.parseLong(stat[field]);
  }

  private static String[] stat(long pid) {
    try {
      String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return line.substring(line.lastIndexOf(')') + 2).split(" ");
    } catch (IOException gone) {
      return new String[0];
    }
  }
}
