package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.casebound.fulfillment.archive.ArchiveImport;
import org.casebound.fulfillment.archive.ArchivePlan;
import org.casebound.fulfillment.library.ImportPlan;
import org.casebound.fulfillment.library.ImportPlan.Binding;
import org.casebound.fulfillment.library.ImportPlan.Binding.Kind;
import org.casebound.fulfillment.library.ProcessLibrary;
import org.casebound.fulfillment.library.ProcessLine;
import org.casebound.fulfillment.studio.BundleProblem;
import org.casebound.fulfillment.studio.BundleRefused;
import org.casebound.fulfillment.studio.NameMapping;
import org.jspecify.annotations.Nullable;

/** Moves processes: out in an archive, and in again after a look at what that would do. */
@Named
@ViewScoped
public class BundlesPage implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Largest archive that the page takes, in bytes: it is kept until the import is confirmed. The API takes larger ones. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private static final Set<Kind> MAPPED = EnumSet.of(Kind.QUEUE, Kind.GROUP, Kind.CONNECTOR);

  @Inject private ProcessLibrary library;
  @Inject private ArchiveImport imports;
  @Inject private Notices notices;
  @Inject private Texts texts;

  private String fileName = "";
  private byte[] archive = {};
  private ArrayList<NameRow> names = new ArrayList<>();
  private transient List<ProcessLine> processes = List.of();
  private transient List<BundleProblem> problems = List.of();
  private transient @Nullable ArchivePlan plan;

  /** Reads the list of processes that can be taken out. */
  public void open() {
    notices
        .read(library::all)
        .ifPresent(found -> processes = found.stream().filter(line -> line.activeVersion().isPresent()).toList());
  }

  /** Always empty: a browser is never told which file it has sent. */
  public @Nullable Part getPart() {
    return null;
  }

  /** Keeps the archive that was chosen; choosing none keeps the one before. */
  public void setPart(@Nullable Part part) {
    ChosenFile.of(part, MOST_BYTES + 1)
        .ifPresent(
            file -> {
              archive = file.bytes();
              fileName = file.name();
              names = new ArrayList<>();
            });
  }

  /** Says what an import of the archive would do with the names as they are given. */
  public void look() {
    open();
    if (archive.length == 0 || archive.length > MOST_BYTES) {
      notices.problem(texts.of(archive.length == 0 ? "bundles.choose" : "bundles.large"));
      return;
    }
    attempt(() -> imports.plan(fileName, archive, mapping()))
        .ifPresent(
            found -> {
              plan = found;
              if (names.isEmpty()) {
                names = rows(found);
              }
            });
  }

  private static ArrayList<NameRow> rows(ArchivePlan found) {
    Map<String, NameRow> rows = new LinkedHashMap<>();
    for (ImportPlan process : found.processes()) {
      for (Binding binding : process.bindings()) {
        if (MAPPED.contains(binding.kind())) {
          rows.putIfAbsent(binding.kind() + ":" + binding.name(), new NameRow(binding.kind(), binding.name()));
        }
      }
    }
    return new ArrayList<>(rows.values());
  }

  /** Imports the archive; its processes can be requested afterwards. */
  public void take() {
    take(false);
  }

  /** Imports the archive; somebody activates its processes later. */
  public void save() {
    take(true);
  }

  private void take(boolean inactive) {
    boolean taken = attempt(() -> imports.importArchive(fileName, archive, mapping(), inactive)).isPresent();
    if (taken) {
      notices.success(texts.of(inactive ? "bundles.saved" : "bundles.imported"));
      Address.of("/studio").go();
    } else if (problems.isEmpty()) {
      look();
    }
  }

  private NameMapping mapping() {
    return NameMapping.of(
        names.stream().flatMap(row -> Stream.concat(row.line().stream(), row.newQueue().stream())).distinct().toList());
  }

  private <T> Optional<T> attempt(Supplier<T> command) {
    problems = List.of();
    try {
      return notices.run(command);
    } catch (BundleRefused refused) {
      problems = refused.problems();
      notices.problem(texts.of("bundles.refused"));
      return Optional.empty();
    }
  }

  /** The active processes. */
  public List<ProcessLine> getProcesses() {
    return processes;
  }

  public String getFileName() {
    return fileName;
  }

  /** What an import would do; nothing before somebody asked. */
  public @Nullable ArchivePlan getPlan() {
    return plan;
  }

  /** What is wrong in the archive. */
  public List<BundleProblem> getProblems() {
    return problems;
  }

  /** Names that may be other ones here. */
  public List<NameRow> getNames() {
    return names;
  }
}
