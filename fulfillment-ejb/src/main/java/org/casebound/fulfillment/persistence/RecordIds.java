package org.casebound.fulfillment.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.EnumMap;
import java.util.Map;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/**
 * Ids of new records. They come from the database's sequences in blocks, so that one statement serves many records. A node that
 * stops leaves the rest of its blocks unused. Thread-safe; nobody waits for another one's statement.
 */
@ApplicationScoped
public class RecordIds {
  private final Map<RecordKind, IdBlocks> blocks = new EnumMap<>(RecordKind.class);

  @Inject private EntityManager entities;

  public RecordIds() {
    for (RecordKind kind : RecordKind.values()) {
      blocks.put(kind, new IdBlocks(kind.block(), () -> nextValue(kind)));
    }
  }

  /** An id that no record of that kind has, here or on another node. */
  public long next(RecordKind kind) {
    return blocks.get(kind).next();
  }

  private long nextValue(RecordKind kind) {
    String select =
        entities
            .getEntityManagerFactory()
            .unwrap(SessionFactoryImplementor.class)
            .getJdbcServices()
            .getDialect()
            .getSequenceSupport()
            .getSequenceNextValString(kind.sequence());
    return ((Number) entities.createNativeQuery(select, Long.class).setFlushMode(FlushModeType.COMMIT).getSingleResult()).longValue();
  }
}
