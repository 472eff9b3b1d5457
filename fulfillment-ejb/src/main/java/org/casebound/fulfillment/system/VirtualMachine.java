package org.casebound.fulfillment.system;

import java.time.ZoneId;
import java.util.List;

/** The Java virtual machine that the server runs in. */
final class VirtualMachine {
  private static final long MEGABYTE = 1_048_576;
  private static final int SHORT_PERCENT = 90;

  private VirtualMachine() {}

  static List<SystemLine> lines() {
    Runtime runtime = Runtime.getRuntime();
    return List.of(
        SystemLine.of(Finding.JAVA_RUNS, System.getProperty("java.version", ""), System.getProperty("java.vendor", "")),
        memory(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory()),
        SystemLine.of(Finding.ZONE, ZoneId.systemDefault().getId()));
  }

  /** Of a heap with so many bytes used of the most that it may have. */
  static SystemLine memory(long used, long most) {
    Finding finding = used > most / 100 * SHORT_PERCENT ? Finding.MEMORY_SHORT : Finding.MEMORY_FREE;
    return SystemLine.of(finding, used / MEGABYTE, most / MEGABYTE);
  }
}
