package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * The condition that a case has words in its subject or requester. PostgreSQL answers it from an index of words
 * ({@code service_case_words}); the embedded database looks at each case that the caller may see, newest first.
 */
@Dependent
class WordCondition {
  @Inject private EntityManager entities;

  /**
   * The condition in JPQL.
   *
   * @param alias the case's alias in the query
   * @param wanted one word or more, letters and digits only
   * @param parameters takes the parameters of the condition
   * @param prefix of the parameters' names
   */
  String of(String alias, List<String> wanted, Map<String, Object> parameters, String prefix) {
    if (isPostgres()) {
      parameters.put(prefix + "words", wanted.stream().map(word -> word + ":*").collect(Collectors.joining(" & ")));
      return "function('%3$s', %1$s.subject, %1$s.requester, :%2$swords) = true".formatted(alias, prefix, WordFunction.NAME);
    }
    IntStream.range(0, wanted.size()).forEach(i -> parameters.put(prefix + "word" + i, "%" + wanted.get(i) + "%"));
    return IntStream.range(0, wanted.size())
        .mapToObj(i -> "lower(%1$s.subject || ' ' || %1$s.requester) like :%2$sword%3$d".formatted(alias, prefix, i))
        .collect(Collectors.joining(" and "));
  }

  private boolean isPostgres() {
    return entities
            .getEntityManagerFactory()
            .unwrap(SessionFactoryImplementor.class)
            .getJdbcServices()
            .getDialect()
        instanceof PostgreSQLDialect;
  }
}
