/** The bank that all scenarios call: it knows every card and answers at once. */
@NullMarked
package org.casebound.bench.bank;

import org.jspecify.annotations.NullMarked;
