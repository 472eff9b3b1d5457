package org.casebound.connector.tck;

import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;

/** The naming service of a test: what the server would offer under JNDI names. For the whole JVM. */
public final class TestNaming implements InitialContextFactory {
  private static final Map<String, Object> BOUND = new ConcurrentHashMap<>();

  /** Made by JNDI. */
  public TestNaming() {}

  /** Offers an object, and makes this the naming service of the JVM. */
  public static void bind(String name, Object object) {
    System.setProperty(Context.INITIAL_CONTEXT_FACTORY, TestNaming.class.getName());
    BOUND.put(name, object);
  }

  @Override
  public Context getInitialContext(Hashtable<?, ?> environment) {
    return (Context) Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {Context.class}, (proxy, method, arguments) -> {
          if (!"lookup".equals(method.getName())) {
            return null;
          }
          Object found = BOUND.get(String.valueOf(arguments[0]));
          if (found == null) {
            throw new NameNotFoundException(String.valueOf(arguments[0]));
          }
          return found;
        });
  }
}
