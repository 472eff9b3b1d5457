/** Values and rules that every feature of the domain uses. */
@NullMarked
package org.casebound.domain.shared;

import org.jspecify.annotations.NullMarked;
