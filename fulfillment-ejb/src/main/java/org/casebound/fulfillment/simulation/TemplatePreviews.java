package org.casebound.fulfillment.simulation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.library.TemplateDesk;
import org.casebound.fulfillment.library.TemplateLine;
import org.casebound.fulfillment.library.Templates;
import org.casebound.fulfillment.studio.BundleReader;

/** Where process owners look at a template before they begin with it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TemplatePreviews {
  /** What a template calls its process until it has a name. */
  private static final String UNNAMED = "New_Process";

  @Inject private TemplateDesk desk;
  @Inject private BundleReader reader;

  /**
   * Looks at a template.
   *
   * @param id which one, e.g. {@code address-update}
   * @throws UnknownRecord when there is no such template
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR})
  public TemplatePreview of(String id) {
    TemplateLine line = desk.all().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow(() -> new UnknownRecord("template", id));
    ProcessBundle bundle = reader.read(id + ".yaml", Templates.text(id, UNNAMED));
    SampleForm form = SampleForm.of(bundle);
    return new TemplatePreview(line, FlowSketch.of(bundle), form.attributes(), bundle.process().documents(), form.scenarios());
  }
}
