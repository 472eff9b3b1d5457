package org.casebound.bench.report;

import java.util.Map;
import org.casebound.bench.measure.Figure;
import org.casebound.bench.measure.Spread;

/**
 * One line of the table.
 *
 * @param name e.g. S1
 * @param title what it does
 */
public record Row(String name, String title, Map<Figure, Spread> figures) {}
