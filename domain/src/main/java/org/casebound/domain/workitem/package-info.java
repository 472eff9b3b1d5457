/** Units of human work: offered, claimed, completed. */
@NullMarked
package org.casebound.domain.workitem;

import org.jspecify.annotations.NullMarked;
