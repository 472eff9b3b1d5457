/**
 * Changes of a bundle's text that keep everything else of it: comments, order, the way it is written. Pure: text in, text out.
 */
@NullMarked
package org.casebound.fulfillment.outline;

import org.jspecify.annotations.NullMarked;
