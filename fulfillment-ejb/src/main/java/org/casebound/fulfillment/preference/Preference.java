package org.casebound.fulfillment.preference;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One choice of one person. */
@Entity
@Table(name = "user_preference")
public class Preference {
  @EmbeddedId private Id id;

  @Column(length = 2000)
  private String setting;

  @SuppressWarnings("NullAway.Init")
  protected Preference() {}

  public Preference(Id id, String setting) {
    this.id = id;
    this.setting = setting;
  }

  public PreferenceName name() {
    return id.name;
  }

  public String setting() {
    return setting;
  }

  /** Whose choice of what. */
  @Embeddable
  public static class Id implements Serializable {
    private static final long serialVersionUID = 1L;

    @Column(name = "user_name")
    private String user;

    @Enumerated(EnumType.STRING)
    private PreferenceName name;

    @SuppressWarnings("NullAway.Init")
    protected Id() {}

    public Id(String user, PreferenceName name) {
      this.user = user;
      this.name = name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Id that && user.equals(that.user) && name == that.name;
    }

    @Override
    public int hashCode() {
      return Objects.hash(user, name);
    }
  }
}
