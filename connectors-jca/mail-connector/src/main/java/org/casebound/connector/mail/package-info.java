/** A resource adapter that sends notifications by mail (SMTP). */
@NullMarked
package org.casebound.connector.mail;

import org.jspecify.annotations.NullMarked;
