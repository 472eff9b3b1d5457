/** Reads the meters before and after a round and works out the figures of a case. */
@NullMarked
package org.casebound.bench.measure;

import org.jspecify.annotations.NullMarked;
