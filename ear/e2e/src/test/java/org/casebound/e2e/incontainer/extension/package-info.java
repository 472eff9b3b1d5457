/** What an installation adds to the EAR, in a module of its own. */
package org.casebound.e2e.incontainer.extension;
