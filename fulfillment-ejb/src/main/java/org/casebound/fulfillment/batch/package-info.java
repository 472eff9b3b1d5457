/** The parts of the batch jobs: readers, processors, writers and listeners, named by the documents in META-INF/batch-jobs. */
@NullMarked
package org.casebound.fulfillment.batch;

import org.jspecify.annotations.NullMarked;
