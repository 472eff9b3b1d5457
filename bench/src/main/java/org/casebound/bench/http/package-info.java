/** The little HTTP that the load, the bank and the twin need, as cheap as plain Java can do it. */
@NullMarked
package org.casebound.bench.http;

import org.jspecify.annotations.NullMarked;
