package org.casebound.fulfillment.library;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.LibraryRepository;

/** Where process owners begin a process as a copy of a ready one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class TemplateDesk {
  @Inject private Templates templates;
  @Inject private ProcessLibrary library;
  @Inject private LibraryRepository processes;

  /** The templates, by label. */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public List<TemplateLine> all() {
    return templates.all();
  }

  /**
   * Begins a draft as a copy of a template. It can be published as it is.
   *
   * @param name API name of the new process
   * @throws org.casebound.domain.shared.UnknownRecord when there is no such template
   * @throws RuleViolation PROC-020 when there is a process or a draft of that name, PROC-005 when the name is no API name
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public DraftView begin(String template, String name) {
    String text = Templates.text(template, name);
    if (!processes.versions(name).isEmpty() || processes.draft(name).isPresent()) {
      throw new RuleViolation("PROC-020", "There is a process '%s' already; give the new one another name.".formatted(name));
    }
    return library.write(name, text, Optional.empty());
  }
}
