/** How processes move between installations. */
@NullMarked
package org.casebound.e2e.archive;

import org.jspecify.annotations.NullMarked;
