package org.casebound.fulfillment.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.casebound.fulfillment.notice.CaseBoard;
import org.casebound.fulfillment.notice.NewsBoard;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;

/** Has Hibernate say what was committed, so that screens are told; see {@link RecordNews}. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class RecordNewsAtStartup {
  @PersistenceUnit private EntityManagerFactory factory;
  @Inject private NewsBoard board;
  @Inject private CaseBoard cases;

  protected RecordNewsAtStartup() {}

  @PostConstruct
  void begin() {
    RecordNews news = new RecordNews(board, cases);
    EventListenerRegistry registry =
        factory.unwrap(SessionFactoryImplementor.class).getServiceRegistry().requireService(EventListenerRegistry.class);
    registry.appendListeners(EventType.POST_COMMIT_INSERT, news);
    registry.appendListeners(EventType.POST_COMMIT_UPDATE, news);
    registry.appendListeners(EventType.POST_COMMIT_DELETE, news);
  }
}
