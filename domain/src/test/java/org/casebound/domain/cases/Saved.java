package org.casebound.domain.cases;

import java.lang.reflect.Field;

/** Gives a record its id, as the database does when it is saved. */
public final class Saved {
  private Saved() {}

  /** The record, with the id. */
  public static <E> E with(E entity, long id) {
    try {
      Field field = entity.getClass().getDeclaredField("id");
      field.setAccessible(true);
      field.set(entity, id);
      return entity;
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
