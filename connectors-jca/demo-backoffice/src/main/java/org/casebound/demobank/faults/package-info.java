/** How the bank can be told to misbehave. */
@NullMarked
package org.casebound.demobank.faults;

import org.jspecify.annotations.NullMarked;
