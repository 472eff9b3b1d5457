/** The library of service processes: their versions and drafts, and what an import would do. */
@NullMarked
package org.casebound.fulfillment.library;

import org.jspecify.annotations.NullMarked;
