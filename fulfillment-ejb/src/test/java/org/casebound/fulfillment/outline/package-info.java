@NullMarked
package org.casebound.fulfillment.outline;

import org.jspecify.annotations.NullMarked;
