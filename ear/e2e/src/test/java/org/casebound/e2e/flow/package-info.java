/** The main job, from a filed request to a closed case, on real servers. */
@NullMarked
package org.casebound.e2e.flow;

import org.jspecify.annotations.NullMarked;
