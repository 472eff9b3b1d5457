/** The case: the customer's request being worked, its owner, its status and its history. */
@NullMarked
package org.casebound.domain.cases;

import org.jspecify.annotations.NullMarked;
