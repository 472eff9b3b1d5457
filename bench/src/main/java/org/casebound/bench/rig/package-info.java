/** What is measured: PostgreSQL with durable settings, WildFly with the EAR, the bank; each a process of its own. */
@NullMarked
package org.casebound.bench.rig;

import org.jspecify.annotations.NullMarked;
