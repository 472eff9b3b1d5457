/** Load and measurement: what a case costs, and how near that is to what the machine can do. */
@NullMarked
package org.casebound.bench;

import org.jspecify.annotations.NullMarked;
