package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.casebound.domain.definition.ServiceProcessDefinition;
import org.casebound.fulfillment.bulk.BulkDesk;
import org.casebound.fulfillment.bulk.BulkFormat;
import org.casebound.fulfillment.bulk.BulkJobState;
import org.casebound.fulfillment.bulk.BulkJobView;
import org.casebound.fulfillment.bulk.BulkUpload;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.intake.RequestCatalog;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** Files of many requests: the list of their jobs, a new one, and how far one is. */
@Named
@ViewScoped
public class BulkPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PATH = "/ops/bulk";
  private static final int SIZE = 25;
  private static final int LONGEST_NAME = 255;

  @Inject private BulkDesk desk;
  @Inject private RequestCatalog catalog;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private HttpServletRequest request;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private long id;
  private String process = "";
  private transient @Nullable Part part;
  private transient @Nullable BulkJobView job;
  private transient Optional<String> cursor = Optional.empty();
  private transient Page<BulkJobView> jobs = new Page<>(List.of(), Optional.empty());
  private transient Page<BulkJobView.Refusal> refusals = new Page<>(List.of(), Optional.empty());
  private transient List<ServiceProcessDefinition> processes = List.of();

  /** Reads the job of the address, or the list. */
  public void open() {
    Function<String, Optional<String>> parameters = AddressParameters.of(request);
    cursor = parameters.apply("cursor");
    if (path != null && !path.isBlank()) {
      id = RecordId.of(path);
      readJob();
    } else {
      readList();
    }
  }

  private void readJob() {
    notices
        .read(() -> desk.get(id))
        .ifPresent(
            found -> {
              job = found;
              refusals = notices.ask(() -> desk.refusals(id, cursor, SIZE)).orElse(refusals);
            });
  }

  private void readList() {
    notices.ask(() -> desk.list(cursor, SIZE)).ifPresent(found -> jobs = found);
    processes = notices.read(catalog::active).orElse(List.of());
  }

  /** Takes the chosen file in, whole or not at all, and shows how far its job is. */
  public void upload() {
    String submitted = part == null ? "" : Optional.ofNullable(part.getSubmittedFileName()).orElse("");
    String file = submitted.substring(Math.max(submitted.lastIndexOf('/'), submitted.lastIndexOf('\\')) + 1);
    Optional<BulkFormat> format = format(file);
    if (format.isEmpty()) {
      notices.problem(texts.of(file.isBlank() ? "bulk.choose" : "bulk.format"));
      readList();
      return;
    }
    notices
        .run(() -> received(new BulkUpload(format.get(), file.substring(Math.max(0, file.length() - LONGEST_NAME)), Optional.of(process).filter(name -> !name.isEmpty()))))
        .ifPresentOrElse(begun -> Address.of(PATH + "/" + begun.id()).go(), this::readList);
  }

  private BulkJobView received(BulkUpload upload) {
    try (InputStream bytes = part == null ? InputStream.nullInputStream() : part.getInputStream()) {
      return desk.receive(upload, bytes);
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }

  /** How the lines of a file of that name are written; empty when its ending does not tell. */
  static Optional<BulkFormat> format(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return Optional.of(BulkFormat.CSV);
    }
    return name.endsWith(".jsonl") || name.endsWith(".ndjson") ? Optional.of(BulkFormat.JSON_LINES) : Optional.empty();
  }

  /** Lets the job stand still; what is filed stays. */
  public void stop() {
    command(() -> desk.stop(id), "bulk.stopped", PATH + "/" + id);
  }

  /** Lets it go on with the next line. */
  public void restart() {
    command(() -> desk.restart(id), "bulk.restarted", PATH + "/" + id);
  }

  /** Forgets it with its lines; the cases stay. */
  public void forget() {
    command(() -> desk.delete(id), "bulk.forgotten", PATH);
  }

  private void command(Runnable command, String said, String next) {
    if (notices.runs(command)) {
      notices.success(texts.of(said));
      Address.of(next).go();
    } else {
      readJob();
    }
  }

  /** How far the job is, in words. */
  public String getProgress() {
    return job == null ? "" : texts.of("bulk.progress", job.read(), job.lines());
  }

  /** Whether the page changes by itself. */
  public boolean isMoving() {
    return job != null && (job.state() == BulkJobState.RUNNING || job.state() == BulkJobState.RECEIVING);
  }

  /** The job of the address; nothing on the list. */
  public @Nullable BulkJobView getJob() {
    return job;
  }

  public List<BulkJobView> getJobs() {
    return jobs.items();
  }

  public List<BulkJobView.Refusal> getRefusals() {
    return refusals.items();
  }

  /** What can be requested. */
  public List<ServiceProcessDefinition> getProcesses() {
    return processes;
  }

  private Address here() {
    return Address.of(job == null ? PATH : PATH + "/" + id);
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return (job == null ? jobs.next() : refusals.next()).map(next -> here().with("cursor", next).toString()).orElse(null);
  }

  /** Address of the first page; nothing on it. */
  public @Nullable String getFirstAddress() {
    return cursor.map(seen -> here().toString()).orElse(null);
  }

  /** Always empty: a browser is never told which file it has sent. */
  public @Nullable Part getPart() {
    return null;
  }

  public void setPart(@Nullable Part part) {
    this.part = part;
  }

  /** Process of lines that name none; empty text for none. */
  public String getProcess() {
    return process;
  }

  public void setProcess(@Nullable String process) {
    this.process = process == null ? "" : process;
  }
}
