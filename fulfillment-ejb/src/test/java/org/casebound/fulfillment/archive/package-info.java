@NullMarked
package org.casebound.fulfillment.archive;

import org.jspecify.annotations.NullMarked;
