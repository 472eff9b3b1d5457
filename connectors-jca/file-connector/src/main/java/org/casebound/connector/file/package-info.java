/**
 * A resource adapter for back offices that exchange files: outbound it drops one file per call into a folder, inbound it
 * picks acknowledgement files up, each once.
 */
@NullMarked
package org.casebound.connector.file;

import org.jspecify.annotations.NullMarked;
