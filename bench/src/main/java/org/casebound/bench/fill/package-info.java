/** Fills the database with a million cases that look like real ones. */
@NullMarked
package org.casebound.bench.fill;

import org.jspecify.annotations.NullMarked;
