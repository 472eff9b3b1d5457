/** Drives cases through from outside and waits for their end. */
@NullMarked
package org.casebound.bench.load;

import org.jspecify.annotations.NullMarked;
