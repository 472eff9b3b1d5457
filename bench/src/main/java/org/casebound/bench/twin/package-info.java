/** The ceiling: the same records and calls by plain JDBC. */
@NullMarked
package org.casebound.bench.twin;

import org.jspecify.annotations.NullMarked;
