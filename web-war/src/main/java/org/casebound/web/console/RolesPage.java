package org.casebound.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.cdi.Param;

/** What each role may do, or what one of them may. */
@Named
@RequestScoped
public class RolesPage {
  private static final String PATH = "/admin/roles";
  private static final RoleMatrix ALL = RoleMatrix.ofThisVersion();

  @Inject private Texts texts;
  @Inject @Param(name = "role") private @Nullable String role;

  public List<RoleMatrix.Group> getGroups() {
    return chosen().map(ALL::of).orElse(ALL).groups();
  }

  /** All roles, in the order of the columns. */
  public List<String> getRoles() {
    return RoleMatrix.ROLES;
  }

  /** The chosen role; empty text for all. */
  public String getRole() {
    return chosen().orElse("");
  }

  private Optional<String> chosen() {
    return Optional.ofNullable(role).filter(RoleMatrix.ROLES::contains);
  }

  /** How much is shown, in words. */
  public String getSummary() {
    return chosen()
        .map(one -> texts.of("roles.summary.one", word(one), Integer.toString(ALL.of(one).size()), Integer.toString(ALL.size())))
        .orElseGet(() -> texts.of("roles.summary", Integer.toString(ALL.size())));
  }

  /** What people call a role. */
  public String word(String name) {
    return texts.of("roles.role." + name);
  }

  /** Address of the page for one role; empty text: for all. */
  public String address(String name) {
    return Address.of(PATH).with("role", name).toString();
  }
}
