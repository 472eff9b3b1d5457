/** What people are told: in the console and by mail. */
@NullMarked
package org.casebound.fulfillment.notice;

import org.jspecify.annotations.NullMarked;
