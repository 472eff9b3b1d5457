package org.casebound.fulfillment.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.casebound.domain.definition.ProcessBundle;
import org.casebound.fulfillment.studio.BundleReader;

/** Bundles for stories. */
final class Stories {
  static final BundleReader READER = new BundleReader();
  static final Simulator SIMULATOR = Simulator.standAlone();

  private Stories() {}

  /** The bundle of a test, by the name of its file. */
  static ProcessBundle bundle(String file) {
    try {
      return read(Files.readString(Path.of("src/test/resources/bundles", file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ProcessBundle read(String yaml) {
    return READER.read("story.yaml", yaml);
  }

  /** What comes of the only scenario, or the first. */
  static SimulationReport play(ProcessBundle bundle) {
    return SIMULATOR.play(bundle, bundle.scenarios().get(0));
  }

  static SimulationReport play(String yaml) {
    return play(read(yaml));
  }

  /** A process of one orchestration, with these stages, integrations and scenarios, each indented as in a bundle. */
  static String process(String rest) {
    return """
        bundle: casebound/1
        process:
          name: Story
          version: 1
          label: A story
          queue: desk
          fulfillmentFlow: Flow
          attributes:
            - { name: amount, type: Currency, default: 10 }
            - { name: who, type: Text }
            - { name: reference, type: Text }
            - { name: topic, type: Text, binding: case.subject }
        queues: [{ name: desk }, { name: other }]
        calendars:
          - { name: Office, zone: UTC, hours: { monday-friday: 08:00-16:00 } }
        """
        + rest;
  }
}
