package org.casebound.fulfillment.desk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.CaseListRepository.Visible;
import org.casebound.fulfillment.persistence.SearchRepository;

/** Finds cases by words of their subject or requester. What the caller may not see is left out by the query. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class SearchDesk {
  /** Most cases that one search answers with. */
  public static final int MOST = 50;

  @Inject private SearchRepository cases;
  @Inject private Visibility visibility;
  @Inject private CaseViews views;
  @Resource private SessionContext context;

  /**
   * Cases with all of the words, each from its beginning, newest first; none for a text without a letter or digit.
   *
   * @param text what a person typed
   */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR
  })
  public List<CaseSummary> cases(String text) {
    Caller caller = Caller.of(context);
    Visible visible = new Visible(caller.seesEverything(), visibility.queuesOf(caller), caller.name());
    return cases.find(visible, SearchWords.of(text), MOST).stream().map(views::summary).toList();
  }
}
