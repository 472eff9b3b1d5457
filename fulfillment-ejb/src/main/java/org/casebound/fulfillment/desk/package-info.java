/** What people do with cases and work items. */
@NullMarked
package org.casebound.fulfillment.desk;

import org.jspecify.annotations.NullMarked;
