/** What is to happen at a time: one kind of row for timers, reminders, promised times and starts. */
@NullMarked
package org.casebound.domain.due;

import org.jspecify.annotations.NullMarked;
