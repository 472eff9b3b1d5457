package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.operation.BatchDesk;
import org.casebound.fulfillment.operation.BatchItemState;
import org.casebound.fulfillment.operation.BatchState;
import org.casebound.fulfillment.operation.BatchTarget;
import org.casebound.fulfillment.operation.BatchView;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** One batch: how far it is, and what became of each target. */
@Named
@ViewScoped
public class BatchPage implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int SIZE = 50;

  @Inject private BatchDesk desk;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject private Visitor visitor;
  @Inject private HttpServletRequest request;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private long id;
  private transient BatchView view;
  private transient Page<BatchView.Item> page = new Page<>(List.of(), Optional.empty());
  private transient Optional<BatchItemState> state = Optional.empty();
  private transient Optional<String> cursor = Optional.empty();

  /** Reads the batch. */
  public void open() {
    id = RecordId.of(path);
    Function<String, Optional<String>> parameters = AddressParameters.of(request);
    state = Arrays.stream(BatchItemState.values()).filter(each -> parameters.apply("state").filter(each.name()::equals).isPresent()).findFirst();
    cursor = parameters.apply("cursor");
    notices
        .read(() -> desk.get(id))
        .ifPresent(
            found -> {
              view = found;
              page = notices.ask(() -> desk.items(id, state, cursor, SIZE)).orElse(page);
            });
  }

  /** Lets it stand still. */
  public void pause() {
    command(() -> desk.pause(id), "batch.paused");
  }

  /** Lets it go on. */
  public void resume() {
    command(() -> desk.resume(id), "batch.resumed");
  }

  /** Ends it. */
  public void cancel() {
    command(() -> desk.cancel(id), "batch.canceled");
  }

  private void command(Runnable command, String said) {
    if (notices.runs(command)) {
      notices.success(texts.of(said));
      Address.of("/ops/batches/" + id).go();
    } else {
      open();
    }
  }

  /** Results, each with the length of its list. */
  public List<Facet> getResults() {
    return Stream.concat(
            Stream.of(new Facet(texts.of("batch.all"), at(Optional.empty()).toString(), view.targets(), state.isEmpty())),
            Arrays.stream(BatchItemState.values())
                .map(
                    each ->
                        new Facet(
                            texts.of("batch.item." + each),
                            at(Optional.of(each)).toString(),
                            view.count(each),
                            state.filter(each::equals).isPresent())))
        .filter(Facet::isShown)
        .toList();
  }

  private Address at(Optional<BatchItemState> only) {
    return Address.of("/ops/batches/" + id).with("state", only.map(Enum::name));
  }

  /** Where an item leads: to its incident, or to its flow. */
  public String address(BatchView.Item item) {
    return item.incident()
        .map(incident -> Address.of("/ops/incident/" + incident))
        .orElseGet(() -> Address.of("/case/" + item.caseNumber()).place("flow-" + item.flowId()))
        .toString();
  }

  /** What it is about, in words. */
  public String getWhat() {
    return texts.of("batch.count." + view.target(), view.targets());
  }

  /** How far it is, in words. */
  public String getProgress() {
    return texts.of("batch.progress", view.settled(), view.targets());
  }

  /** Address of the list that it was begun from. */
  public String getListAddress() {
    return Address.of(view.target() == BatchTarget.INCIDENTS ? "/ops/incidents" : "/ops").with(view.filter()).toString();
  }

  /** Whether the page changes by itself. */
  public boolean isMoving() {
    return view.endedAt().isEmpty() && (view.state() != BatchState.PAUSED || view.count(BatchItemState.TRIED) > 0);
  }

  public boolean isPausable() {
    return visitor.isOperator() && view.state() == BatchState.RUNNING;
  }

  public boolean isResumable() {
    return visitor.isOperator() && view.state() == BatchState.PAUSED;
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return page.next().map(next -> at(state).with("cursor", next).toString()).orElse(null);
  }

  /** Address of the first page; nothing on it. */
  public @Nullable String getFirstAddress() {
    return cursor.map(here -> at(state).toString()).orElse(null);
  }

  public List<BatchView.Item> getItems() {
    return page.items();
  }

  public BatchView getView() {
    return view;
  }
}
