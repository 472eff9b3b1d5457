@NullMarked
package org.casebound.fulfillment.system;

import org.jspecify.annotations.NullMarked;
