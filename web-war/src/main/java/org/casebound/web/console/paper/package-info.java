/** Texts on paper: PDF files for people, written from top to bottom. */
@NullMarked
package org.casebound.web.console.paper;

import org.jspecify.annotations.NullMarked;
