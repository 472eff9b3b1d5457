/** The dependency rules of the code, checked on the compiled classes of every module; a test proves that each rule can fail. */
@NullMarked
package org.casebound.e2e.arch;

import org.jspecify.annotations.NullMarked;
