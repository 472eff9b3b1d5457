@NullMarked
package org.casebound.fulfillment.bulk;

import org.jspecify.annotations.NullMarked;
