@NullMarked
package org.casebound.domain.catalog;

import org.jspecify.annotations.NullMarked;
