/** Trying processes: a story is played with the real flow machine, a clock that jumps and answers that are given. Nothing is sent or saved. */
@NullMarked
package org.casebound.fulfillment.simulation;

import org.jspecify.annotations.NullMarked;
