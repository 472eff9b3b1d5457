/** How long cases are kept: personal data is erased and cases are purged after the times of their process, unless a hold forbids it. */
@NullMarked
package org.casebound.fulfillment.retention;

import org.jspecify.annotations.NullMarked;
