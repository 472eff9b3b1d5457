/**
 * A resource adapter for back offices behind message queues. It sends requests over a JMS connection factory of the
 * server; replies come over a temporary queue while the caller waits, or later over a reply queue.
 */
@NullMarked
package org.casebound.connector.jms;

import org.jspecify.annotations.NullMarked;
