/** A vendor's resource adapter, as it would come from outside. */
package org.casebound.e2e.connector.vendor;
