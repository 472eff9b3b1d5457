/** Settings, clock, ids and messages. */
@NullMarked
package org.casebound.fulfillment.config;

import org.jspecify.annotations.NullMarked;
