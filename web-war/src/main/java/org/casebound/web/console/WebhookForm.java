package org.casebound.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.casebound.fulfillment.webhook.EventDesk;
import org.casebound.fulfillment.webhook.EventType;
import org.casebound.fulfillment.webhook.WebhookDesk;
import org.casebound.fulfillment.webhook.WebhookView;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** What a new webhook, or a known one, is to tell, and where. */
@Named
@ViewScoped
public class WebhookForm implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject private WebhookDesk desk;
  @Inject private EventDesk catalog;
  @Inject private Notices notices;
  @Inject private Texts texts;
  @Inject @Param(pathIndex = 0) private @Nullable String path;

  private boolean known;
  private int version;
  private String name = "";
  private String url = "";
  private String processes = "";
  private TreeSet<String> events = new TreeSet<>();

  /** Reads the webhook that is to be changed; without one the form is empty. */
  public void open() {
    if (path != null) {
      notices.read(() -> desk.get(path)).ifPresent(this::show);
    }
  }

  private void show(WebhookView view) {
    known = true;
    version = view.version();
    name = view.name();
    url = view.url();
    processes = String.join(", ", view.processes());
    events = new TreeSet<>(view.events());
  }

  /** Keeps it and shows it; what is refused stays in the form. */
  public void save() {
    String[] chosen = Faces.getRequest().getParameterValues("event");
    events = new TreeSet<>(chosen == null ? List.of() : Arrays.asList(chosen));
    WebhookDesk.Wish wish = new WebhookDesk.Wish(url, events, words());
    Optional<WebhookView> saved = notices.run(() -> known ? desk.change(name, wish, version) : desk.add(name.strip(), wish));
    saved.ifPresent(
        view -> {
          notices.success(texts.of("webhook.saved", view.name()));
          Address.of("/integrations/webhook/" + view.name()).go();
        });
  }

  private List<String> words() {
    return Arrays.stream(processes.split("[,\\s]+")).filter(word -> !word.isEmpty()).distinct().toList();
  }

  /** What can be chosen. */
  public List<EventType> getChoices() {
    return catalog.all().stream().filter(EventType::offered).toList();
  }

  /** Name of the setting that holds its secrets. */
  public String getSecretSetting() {
    return "casebound.webhooks." + (known ? name : texts.of("webhook.secret.name")) + ".secrets";
  }

  public boolean wants(String type) {
    return events.contains(type);
  }

  public boolean isKnown() {
    return known;
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public String getUrl() {
    return url;
  }

  public void setUrl(@Nullable String url) {
    this.url = url == null ? "" : url;
  }

  public String getProcesses() {
    return processes;
  }

  public void setProcesses(@Nullable String processes) {
    this.processes = processes == null ? "" : processes;
  }
}
