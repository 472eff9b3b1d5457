package org.casebound.fulfillment.system;

import java.io.File;
import java.time.ZoneId;
import java.util.List;

/** The Java virtual machine that the server runs in, and the disk below it. */
final class VirtualMachine {
  private static final long MEGABYTE = 1_048_576;
  private static final int SHORT_PERCENT = 90;
  private static final long DISK_SHORT = 2_048 * MEGABYTE;
  private static final long DISK_FULL = 256 * MEGABYTE;

  private VirtualMachine() {}

  static List<SystemLine> lines() {
    Runtime runtime = Runtime.getRuntime();
    File data = new File(System.getProperty("jboss.server.data.dir", "."));
    return List.of(
        SystemLine.of(Finding.JAVA_RUNS, System.getProperty("java.version", ""), System.getProperty("java.vendor", "")),
        memory(runtime.totalMemory() - runtime.freeMemory(), runtime.maxMemory()),
        disk(data.getUsableSpace()),
        SystemLine.of(Finding.ZONE, ZoneId.systemDefault().getId()));
  }

  /** Of a heap with so many bytes used of the most that it may have. */
  static SystemLine memory(long used, long most) {
    Finding finding = used > most / 100 * SHORT_PERCENT ? Finding.MEMORY_SHORT : Finding.MEMORY_FREE;
    return SystemLine.of(finding, used / MEGABYTE, most / MEGABYTE);
  }

  /** Of a disk with so many bytes free. */
  static SystemLine disk(long free) {
    Finding some = free < DISK_SHORT ? Finding.DISK_SHORT : Finding.DISK_FREE;
    return SystemLine.of(free < DISK_FULL ? Finding.DISK_FULL : some, free / MEGABYTE);
  }
}
