/** Jobs over many cases: files of requests, and what is kept for how long. */
@NullMarked
package org.casebound.e2e.bulk;

import org.jspecify.annotations.NullMarked;
