/** The bank's later answers. */
@NullMarked
package org.casebound.demobank.acknowledgement;

import org.jspecify.annotations.NullMarked;
