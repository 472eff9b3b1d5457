package org.casebound.fulfillment.system;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.config.FulfillmentSettings;
import org.eclipse.microprofile.config.ConfigProvider;

/** What operators and administrators see of the installation. Other systems are looked at, so there is no transaction. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SystemDesk {
  @Inject private Probes probes;
  @Inject private DatabaseProbe database;
  @Inject private ScannerProbe scanner;
  @Inject private FulfillmentSettings settings;
  @Inject private SupportFigures figures;
  @Inject private Clock clock;

  /** How this node is, and what it reaches. Takes a few seconds when something is silent. */
  @RolesAllowed({Caller.OPERATOR, Caller.ADMINISTRATOR})
  public SystemReport report() {
    DatabaseProbe ofDatabase = database;
    ScannerProbe ofScanner = scanner;
    probes.begin(SystemPart.DATABASE, ofDatabase::lines);
    if (ofScanner.installed()) {
      probes.begin(SystemPart.SCANNER, ofScanner::lines);
    }
    List<SystemLine> lines = new ArrayList<>(VirtualMachine.lines());
    lines.add(Product.read().line());
    lines.addAll(ServerBeans.ofThisProcess().lines());
    lines.addAll(NamedResources.lines(settings.mailSession()));
    lines.addAll(probes.await(SystemPart.DATABASE, Finding.DATABASE_SILENT));
    lines.addAll(
        ofScanner.installed()
            ? probes.await(SystemPart.SCANNER, Finding.SCANNER_SILENT)
            : List.of(SystemLine.of(Finding.SCANNER_NONE)));
    return SystemReport.of(settings.node(), clock.instant(), lines, SettingsInForce.of(ConfigProvider.getConfig()));
  }

  /** What support may be sent: how the installation is, and how many there are of what. Nothing in it is about a person or a case. */
  @RolesAllowed(Caller.ADMINISTRATOR)
  public SupportBundle supportBundle() {
    return new SupportBundle(report(), figures.counts(), figures.nodes());
  }
}
