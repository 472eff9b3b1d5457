package org.casebound.bench;

import org.casebound.bench.load.Workload;

/**
 * What is compared: the product's way and the twin's.
 *
 * @param name as in the options
 * @param twinName name of the twin's line
 */
record Scenario(String name, String title, Workload product, String twinName, String twinTitle, Workload twin) {}
