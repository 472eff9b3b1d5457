/** One request over JMS, without any knowledge of pools. */
@NullMarked
package org.casebound.connector.jms.outbound;

import org.jspecify.annotations.NullMarked;
