/** How each person wants the console. */
@NullMarked
package org.casebound.fulfillment.preference;

import org.jspecify.annotations.NullMarked;
