/** Takes acknowledgements from a reply queue to the EAR's inbox: a deployment of its own, because it needs a broker to start. */
@NullMarked
package org.casebound.endpoint.jms;

import org.jspecify.annotations.NullMarked;
