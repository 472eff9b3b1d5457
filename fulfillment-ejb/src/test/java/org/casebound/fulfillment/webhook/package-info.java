@NullMarked
package org.casebound.fulfillment.webhook;

import org.jspecify.annotations.NullMarked;
