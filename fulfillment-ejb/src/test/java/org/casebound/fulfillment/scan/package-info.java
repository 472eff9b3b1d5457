@NullMarked
package org.casebound.fulfillment.scan;

import org.jspecify.annotations.NullMarked;
