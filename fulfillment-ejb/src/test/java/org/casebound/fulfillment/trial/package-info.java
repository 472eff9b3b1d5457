@NullMarked
package org.casebound.fulfillment.trial;

import org.jspecify.annotations.NullMarked;
