/** Asks clamd, the daemon of ClamAV, over TCP. */
@NullMarked
package org.casebound.fulfillment.scan.clamd;

import org.jspecify.annotations.NullMarked;
