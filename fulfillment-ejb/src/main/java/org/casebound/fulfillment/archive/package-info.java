/** Archives of processes: how many move at once between installations, with checksums, a signature and the names of this place. */
@NullMarked
package org.casebound.fulfillment.archive;

import org.jspecify.annotations.NullMarked;
