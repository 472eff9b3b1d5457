package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.library.ProcessLibrary;
import org.casebound.fulfillment.library.VersionComparing;
import org.casebound.fulfillment.library.VersionComparison;
import org.casebound.fulfillment.library.VersionLine;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** Two versions of a process side by side: what is different in meaning, and the lines of both texts. */
@Named
@ViewScoped
public class ComparePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private ProcessLibrary library;
  @Inject private VersionComparing versions;
  @Inject private Notices notices;
  @Inject @Param(pathIndex = 0) private @Nullable String path;
  @Inject @Param private @Nullable String from;
  @Inject @Param private @Nullable String to;

  private transient List<VersionLine> known = List.of();
  private transient @Nullable VersionComparison comparison;

  /** Reads both; without an address the newest version and the one before. */
  public void open() {
    String name = path == null ? "" : path;
    notices.read(() -> library.versions(name)).ifPresent(found -> known = found);
    Optional<Integer> newest = number(to).or(() -> known.stream().map(VersionLine::version).findFirst());
    newest.flatMap(version -> notices.read(() -> versions.compare(name, number(from), version))).ifPresent(found -> comparison = found);
  }

  private static Optional<Integer> number(@Nullable String text) {
    return Optional.ofNullable(text).filter(given -> given.matches("[1-9][0-9]{0,8}")).map(Integer::valueOf);
  }

  public String getName() {
    return path == null ? "" : path;
  }

  /** All versions, for the choice. */
  public List<VersionLine> getVersions() {
    return known;
  }

  /** Nothing while there is only a draft. */
  public @Nullable VersionComparison getComparison() {
    return comparison;
  }
}
