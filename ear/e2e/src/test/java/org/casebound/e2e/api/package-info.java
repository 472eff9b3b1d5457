/** The REST API from outside: who may call it, what it refuses and how it says so. */
@NullMarked
package org.casebound.e2e.api;

import org.jspecify.annotations.NullMarked;
