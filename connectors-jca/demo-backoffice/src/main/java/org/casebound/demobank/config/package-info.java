/** Wiring of the bank in the server. */
@NullMarked
package org.casebound.demobank.config;

import org.jspecify.annotations.NullMarked;
