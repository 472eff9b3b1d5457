package org.casebound.fulfillment.preference;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;
import org.casebound.domain.shared.RuleViolation;
import org.casebound.fulfillment.config.Caller;
import org.casebound.fulfillment.persistence.PreferenceRepository;

/** Keeps the choices of the caller; nobody reads or changes those of another person. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class PreferenceDesk {
  @Inject private PreferenceRepository preferences;
  @Resource private SessionContext context;

  /** What the caller has chosen; what is missing is as its default says. */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR
  })
  public Map<PreferenceName, String> mine() {
    return preferences.of(Caller.of(context).name()).stream()
        .collect(Collectors.toMap(Preference::name, Preference::setting));
  }

  /**
   * The caller chooses; the last choice counts.
   *
   * @throws RuleViolation PREF-001 when the setting is none that can be chosen
   */
  @RolesAllowed({
    Caller.REQUESTER, Caller.AGENT, Caller.LEAD, Caller.PROCESS_OWNER, Caller.OPERATOR, Caller.ADMINISTRATOR
  })
  public void choose(PreferenceName name, String setting) {
    if (!name.accepts(setting)) {
      throw new RuleViolation("PREF-001", "The setting %s may be %s.".formatted(name, name.meaning()));
    }
    preferences.keep(new Preference(new Preference.Id(Caller.of(context).name(), name), setting));
  }
}
