/** One mail over SMTP, without any knowledge of pools. */
@NullMarked
package org.casebound.connector.mail.outbound;

import org.jspecify.annotations.NullMarked;
