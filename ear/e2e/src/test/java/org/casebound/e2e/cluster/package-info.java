/** Several servers on one database: they share the work, and none of them is needed. */
@NullMarked
package org.casebound.e2e.cluster;

import org.jspecify.annotations.NullMarked;
