/** What a flow may ask of a back office: integration definitions, retry policy, mapping rows. */
@NullMarked
package org.casebound.domain.integration;

import org.jspecify.annotations.NullMarked;
