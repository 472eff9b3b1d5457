package org.casebound.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs the test class once on each database. Its constructor takes the {@link Database}:
 *
 * <pre>{@code
 * @OnEachDatabase
 * class FilingIT {
 *   private final CaseboundServer server;
 *
 *   FilingIT(Database database) {
 *     server = SharedServer.on(database);
 *   }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "on {0}")
@ArgumentsSource(DatabasesUnderTest.class)
@ExtendWith(ServerLogOnFailure.class)
public @interface OnEachDatabase {}
