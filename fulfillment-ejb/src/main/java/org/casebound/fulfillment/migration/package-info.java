/** Moving running flows from one version of a process to another: rehearsal, batches, results. */
@NullMarked
package org.casebound.fulfillment.migration;

import org.jspecify.annotations.NullMarked;
