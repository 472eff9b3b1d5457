@NullMarked
package org.casebound.fulfillment.scan.clamd;

import org.jspecify.annotations.NullMarked;
