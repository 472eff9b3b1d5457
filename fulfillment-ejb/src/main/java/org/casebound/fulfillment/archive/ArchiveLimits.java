package org.casebound.fulfillment.archive;

/** How large an archive may be. A process has some kilobytes: these limits keep a malicious one from filling the memory. */
final class ArchiveLimits {
  /** Most bundles. */
  static final int MOST_BUNDLES = 200;

  /** Largest file in an archive, in bytes, unpacked: what a bundle may have. */
  static final int MOST_FILE_BYTES = 1024 * 1024;

  /** Largest sum of all files, in bytes, unpacked: 16 MiB, what the API takes in. */
  static final int MOST_BYTES = 16 * 1024 * 1024;

  private ArchiveLimits() {}
}
