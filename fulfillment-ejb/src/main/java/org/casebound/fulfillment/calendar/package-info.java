/** Business calendars with the holidays of countries and regions. */
@NullMarked
package org.casebound.fulfillment.calendar;

import org.jspecify.annotations.NullMarked;
