/** What is shown and kept of a run. */
@NullMarked
package org.casebound.bench.report;

import org.jspecify.annotations.NullMarked;
