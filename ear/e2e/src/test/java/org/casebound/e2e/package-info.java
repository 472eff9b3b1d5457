/** What every end-to-end test needs: a real server, a database, a client of the API and a browser. */
@NullMarked
package org.casebound.e2e;

import org.jspecify.annotations.NullMarked;
