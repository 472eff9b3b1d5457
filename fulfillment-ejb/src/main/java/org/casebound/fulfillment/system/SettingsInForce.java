package org.casebound.fulfillment.system;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The settings of docs/operations.md as they are in force. */
final class SettingsInForce {
  private SettingsInForce() {}

  static List<SettingInForce> of(Config config) {
    Stream<KnownSetting> secrets =
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
            .filter(name -> KnownSetting.SECRETS.matcher(name).matches())
            .distinct()
            .sorted()
            .map(KnownSetting::hidden);
    return Stream.concat(KnownSetting.ALL.stream(), secrets)
        .map(setting -> setting.inForce(name -> config.getOptionalValue(name, String.class)))
        .toList();
  }
}
