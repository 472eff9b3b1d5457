package org.casebound.fulfillment.system;

import java.util.Optional;

/**
 * A setting as it is in force on this node.
 *
 * @param set whether somebody set it; otherwise its default is in force
 * @param value what was set, or the default; empty when it has none, and for what is told to nobody
 * @param hidden whether nobody is told the value: secrets, keys and addresses of people
 */
public record SettingInForce(String name, boolean set, Optional<String> value, boolean hidden) {}
