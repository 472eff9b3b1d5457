/** Trying integrations: what mappings make of a sample, test calls, health of connectors. */
@NullMarked
package org.casebound.fulfillment.trial;

import org.jspecify.annotations.NullMarked;
