@NullMarked
package org.casebound.bundles;

import org.jspecify.annotations.NullMarked;
