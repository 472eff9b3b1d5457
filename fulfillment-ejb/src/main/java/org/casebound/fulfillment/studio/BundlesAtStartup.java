package org.casebound.fulfillment.studio;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.casebound.domain.cases.HistoryEntry;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.domain.shared.StaleRecord;
import org.casebound.fulfillment.config.FulfillmentLog;
import org.casebound.fulfillment.config.FulfillmentSettings;

/**
 * Imports the bundles of a directory when the server starts, with the importer that everybody uses. A broken bundle is refused
 * and logged; the others are imported and the server starts.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BundlesAtStartup {
  @Inject private BundlePublication publication;
  @Inject private ProcessCatalog catalog;
  @Inject private FulfillmentSettings settings;

  @PostConstruct
  void importAll() {
    settings.bundlesDirectory().map(Path::of).map(BundlesAtStartup::bundlesIn).ifPresent(this::importAll);
    catalog.refresh();
  }

  private void importAll(List<Path> files) {
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      try {
        publish(name, BundleText.decode(name, Files.readAllBytes(file)));
      } catch (BundleRefused refused) {
        FulfillmentLog.LOG.bundleRefused(name, String.valueOf(refused.getMessage()));
      } catch (RuleViolation refused) {
        FulfillmentLog.LOG.bundleRefused(name, String.valueOf(refused.getMessage()));
      } catch (IOException unreadable) {
        FulfillmentLog.LOG.bundleRefused(name, "the file can not be read: " + unreadable.getMessage());
      }
    }
  }

  /** A node that starts at the same moment may be first to publish the same version; it is there already at the second try. */
  private void publish(String name, String yaml) {
    try {
      publication.publish(name, yaml, HistoryEntry.SYSTEM);
    } catch (StaleRecord collision) {
      publication.publish(name, yaml, HistoryEntry.SYSTEM);
    }
  }

  private static List<Path> bundlesIn(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    } catch (IOException missing) {
      throw new UncheckedIOException(
          "CBD10021: setting casebound.bundles.directory names " + directory + ", which can not be read", missing);
    }
  }
}
