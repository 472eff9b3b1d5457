/** One file in a drop folder, and the memory of the keys that were dropped. */
@NullMarked
package org.casebound.connector.file.outbound;

import org.jspecify.annotations.NullMarked;
