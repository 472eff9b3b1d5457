/** The bank's web interface. */
@NullMarked
package org.casebound.demobank.api;

import org.jspecify.annotations.NullMarked;
