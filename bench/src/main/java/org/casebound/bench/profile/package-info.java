/** Where the time goes. */
@NullMarked
package org.casebound.bench.profile;

import org.jspecify.annotations.NullMarked;
