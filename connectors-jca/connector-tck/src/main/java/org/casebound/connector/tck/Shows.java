package org.casebound.connector.tck;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.casebound.connector.api.ConformanceLevel;

/** The level that a check belongs to: a connector that does not pass it stays below. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Shows {
  ConformanceLevel value();
}
