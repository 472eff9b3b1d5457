/** Runs the scenarios of process bundles as tests of JUnit, without a server. */
@NullMarked
package org.casebound.test;

import org.jspecify.annotations.NullMarked;
