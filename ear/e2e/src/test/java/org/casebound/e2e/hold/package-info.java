/** What must hold under load and faults; each test has a short form, and a long one behind {@code -Dcasebound.hold.long=true}. */
@NullMarked
package org.casebound.e2e.hold;

import org.jspecify.annotations.NullMarked;
