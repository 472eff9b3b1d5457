/** What the bank did: effects, kept over restarts and crashes in an append-only file. */
@NullMarked
package org.casebound.demobank.ledger;

import org.jspecify.annotations.NullMarked;
