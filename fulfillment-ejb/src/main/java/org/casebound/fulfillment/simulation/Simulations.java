package org.casebound.fulfillment.simulation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.domain.definition.ProcessState;
import org.casebound.domain.definition.Scenario;
import org.casebound.domain.shared.UnknownRecord;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.intake.RequestForm;
import org.casebound.fulfillment.library.DraftView;
import org.casebound.fulfillment.library.ProcessLibrary;
import org.casebound.fulfillment.library.VersionLine;
import org.casebound.fulfillment.studio.BundleReader;
import org.casebound.fulfillment.studio.ProcessCatalog;
import org.casebound.fulfillment.studio.ScenarioDraft;

/** Where process owners try their processes: the draft, or the newest version when there is none. Writes and sends nothing. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Simulations {
  @Inject private ProcessLibrary library;
  @Inject private BundleReader reader;
  @Inject private ScenarioDraft drafts;
  @Inject private Simulator simulator;
  @Inject private ProcessCatalog catalog;

  /**
   * What may be chosen before the process is tried.
   *
   * @param text bundle that is being written and not kept yet; empty: what is kept
   * @throws UnknownRecord when there is neither a version nor a draft
   * @throws org.casebound.fulfillment.studio.BundleRefused when the draft has mistakes
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public SampleForm form(String name, Optional<String> text) {
    return SampleForm.of(bundle(name, text));
  }

  /**
   * The form that requesters would fill in.
   *
   * @param text bundle that is being written and not kept yet; empty: what is kept
   * @throws UnknownRecord when there is neither a version nor a draft
   * @throws org.casebound.fulfillment.studio.BundleRefused when the draft has mistakes
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public RequestForm requestForm(String name, Optional<String> text) {
    RequestForm form = RequestForm.of(bundle(name, text));
    return new RequestForm(form.process(), catalog.offered(form.asked()));
  }

  /**
   * Its flows as pictures draw them.
   *
   * @param text bundle that is being written and not kept yet; empty: what is kept
   * @return that of the process first; none when people do all by hand
   * @throws UnknownRecord when there is neither a version nor a draft
   * @throws org.casebound.fulfillment.studio.BundleRefused when the draft has mistakes
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public List<DrawnFlow> drawn(String name, Optional<String> text) {
    return DrawnFlow.of(bundle(name, text));
  }

  /**
   * Plays a story that is not kept.
   *
   * @param text bundle that is being written and not kept yet; empty: what is kept
   * @param scenario what would stand in the bundle under {@code scenarios}
   * @throws UnknownRecord when there is neither a version nor a draft
   * @throws org.casebound.fulfillment.studio.BundleRefused when the draft or the story has mistakes; those of the story stand under
   *     {@code /scenarios/0}
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public SimulationView play(String name, Optional<String> text, Map<String, Object> scenario) {
    ProcessBundle bundle = drafts.read(bundle(name, text), scenario);
    return SimulationView.of(bundle, simulator.check(bundle, bundle.scenarios().get(0)));
  }

  /**
   * Plays a story that the process keeps.
   *
   * @param text bundle that is being written and not kept yet; empty: what is kept
   * @throws UnknownRecord when there is no such process or story
   * @throws org.casebound.fulfillment.studio.BundleRefused when the draft has mistakes
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public SimulationView playKept(String name, Optional<String> text, String scenario) {
    ProcessBundle bundle = bundle(name, text);
    Scenario kept =
        bundle.scenarios().stream()
            .filter(each -> each.name().equals(scenario))
            .findFirst()
            .orElseThrow(() -> new UnknownRecord("scenario", scenario));
    return SimulationView.of(bundle, simulator.check(bundle, kept));
  }

  /**
   * Plays all stories that the process keeps.
   *
   * @param text bundle that is being written and not kept yet; empty: what is kept
   * @throws UnknownRecord when there is neither a version nor a draft
   * @throws org.casebound.fulfillment.studio.BundleRefused when the draft has mistakes
   */
  @RolesAllowed({Caller.PROCESS_OWNER, Caller.ADMINISTRATOR})
  public SuiteResult playAll(String name, Optional<String> text) {
    return simulator.checkAll(bundle(name, text));
  }

  private ProcessBundle bundle(String name, Optional<String> text) {
    String played = text.or(() -> library.drafted(name).map(DraftView::text)).orElseGet(() -> published(name));
    return reader.read(name + ".yaml", played);
  }

  private String published(String name) {
    List<VersionLine> versions = library.versions(name);
    VersionLine shown =
        versions.stream().filter(version -> version.state() == ProcessState.ACTIVE).findFirst().orElseGet(() -> versions.get(0));
    return library.bundle(name, shown.version());
  }
}
