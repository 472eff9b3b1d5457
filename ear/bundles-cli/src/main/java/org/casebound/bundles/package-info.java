/** The command that moves processes between installations in a pipeline: a client of the API, without any library. */
@NullMarked
package org.casebound.bundles;

import org.jspecify.annotations.NullMarked;
