/** Business time: when people work, when something is due, how long a clock has run. */
@NullMarked
package org.casebound.domain.calendar;

import org.jspecify.annotations.NullMarked;
