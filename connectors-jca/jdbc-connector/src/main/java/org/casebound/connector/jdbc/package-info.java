/**
 * A resource adapter for back offices whose door is a database: it calls a procedure or runs one parameterised statement
 * in another database, in a transaction of its own.
 */
@NullMarked
package org.casebound.connector.jdbc;

import org.jspecify.annotations.NullMarked;
