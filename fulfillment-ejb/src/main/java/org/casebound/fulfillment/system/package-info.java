/** The state of the installation for those who run it: what it runs on, what it reaches, and what to mend. */
@NullMarked
package org.casebound.fulfillment.system;

import org.jspecify.annotations.NullMarked;
