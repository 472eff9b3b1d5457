/** Acknowledgement files: claimed by one node, read, delivered, put away. */
@NullMarked
package org.casebound.connector.file.inbound;

import org.jspecify.annotations.NullMarked;
