@NullMarked
package org.casebound.fulfillment.library;

import org.jspecify.annotations.NullMarked;
