/** Tests of the scenario tests. */
@NullMarked
package org.casebound.test;

import org.jspecify.annotations.NullMarked;
