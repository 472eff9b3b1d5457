package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.casebound.fulfillment.desk.Page;
import org.casebound.fulfillment.operation.BatchDesk;
import org.casebound.fulfillment.operation.BatchView;
import org.jspecify.annotations.Nullable;

/** The list of batches, newest first. */
@Named
@RequestScoped
public class BatchesPage {
  private static final String PATH = "/ops/batches";
  private static final int SIZE = 25;

  @Inject private BatchDesk desk;
  @Inject private Notices notices;
  @Inject private HttpServletRequest request;

  private Optional<String> cursor = Optional.empty();
  private Page<BatchView> page = new Page<>(List.of(), Optional.empty());

  /** Reads the list. */
  public void open() {
    cursor = AddressParameters.of(request).apply("cursor");
    notices.ask(() -> desk.list(cursor, SIZE)).ifPresent(found -> page = found);
  }

  public List<BatchView> getItems() {
    return page.items();
  }

  /** Address of the next page; nothing on the last one. */
  public @Nullable String getNextAddress() {
    return page.next().map(next -> Address.of(PATH).with("cursor", next).toString()).orElse(null);
  }

  /** Address of the first page; nothing on it. */
  public @Nullable String getFirstAddress() {
    return cursor.map(here -> Address.of(PATH).toString()).orElse(null);
  }
}
