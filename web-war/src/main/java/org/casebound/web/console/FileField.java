package org.casebound.web.console;

import jakarta.servlet.http.Part;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.casebound.domain.definition.DocumentRequirement;
import org.casebound.fulfillment.intake.Upload;
import org.jspecify.annotations.Nullable;

/** The files of an Attachment or a ListOfAttachment in a generated form; they stay chosen when the form comes back. */
public final class FileField implements Serializable {
  private static final long serialVersionUID = 1L;

  private final transient DocumentRequirement wanted;
  private final boolean many;
  private final List<UploadField> chosen = new ArrayList<>();

  /** @param many whether it takes more than one */
  FileField(DocumentRequirement wanted, boolean many) {
    this.wanted = wanted;
    this.many = many;
  }

  /** What the engine takes, in the order of {@link #getChosen}. */
  List<Upload> uploads() {
    return chosen.stream().flatMap(file -> file.upload().stream()).toList();
  }

  /** Names of the files. */
  List<String> names() {
    return chosen.stream().map(UploadField::getFileName).toList();
  }

  /** The files as people read them. */
  List<FactGroup.Row> shown() {
    return names().stream().map(name -> new FactGroup.Row(List.of(new FactGroup.Fact("", name, false)))).toList();
  }

  /** Always empty: a browser is never told which files it has sent. */
  public @Nullable List<Part> getParts() {
    return null;
  }

  /** Keeps the files that were chosen beside those from before. */
  public void setParts(@Nullable List<Part> parts) {
    if (parts != null) {
      parts.forEach(this::add);
    }
  }

  /** Always empty, as {@link #getParts}. */
  public @Nullable Part getPart() {
    return null;
  }

  /** Keeps the file that was chosen; choosing none keeps the one before. */
  public void setPart(@Nullable Part part) {
    add(part);
  }

  private void add(@Nullable Part part) {
    UploadField file = new UploadField(wanted);
    file.setPart(part);
    if (file.isChosen()) {
      if (!many) {
        chosen.clear();
      }
      chosen.add(file);
    }
  }

  /** Forgets a file. */
  public void remove(int index) {
    if (index >= 0 && index < chosen.size()) {
      chosen.remove(index);
    }
  }

  void accept() {
    chosen.forEach(file -> file.refuse(""));
  }

  public List<UploadField> getChosen() {
    return chosen;
  }

  /** What may be chosen: types and greatest size. */
  public UploadField getRule() {
    return new UploadField(wanted);
  }
}
