package org.casebound.fulfillment.system;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What the server tells of itself by JMX, inside its own process: its version, and how the pool of the database is used. */
final class ServerBeans {
  private static final String ROOT = "jboss.as:management-root=server";
  private static final String DATA_SOURCE = "jboss.as:subsystem=datasources,data-source=CaseboundDS";
  private static final String POOL = DATA_SOURCE + ",statistics=pool";

  private final MBeanServer beans;

  ServerBeans(MBeanServer beans) {
    this.beans = beans;
  }

  static ServerBeans ofThisProcess() {
    return new ServerBeans(ManagementFactory.getPlatformMBeanServer());
  }

  List<SystemLine> lines() {
    return List.of(server(), pool());
  }

  private SystemLine server() {
    Optional<String> version = attribute(ROOT, "productVersion").or(() -> attribute(ROOT, "releaseVersion"));
    return version
        .map(number -> SystemLine.of(Finding.SERVER_RUNS, attribute(ROOT, "productName").orElse("WildFly"), number))
        .orElseGet(() -> SystemLine.of(Finding.SERVER_UNKNOWN));
  }

  private SystemLine pool() {
    Optional<String> used = attribute(POOL, "InUseCount");
    Optional<String> free = attribute(POOL, "AvailableCount");
    boolean counted = attribute(DATA_SOURCE, "statisticsEnabled").filter(Boolean::parseBoolean).isPresent();
    if (!counted || used.isEmpty() || free.isEmpty()) {
      return SystemLine.of(Finding.POOL_UNCOUNTED);
    }
    return pool(Long.parseLong(used.get()), Long.parseLong(free.get()), attribute(DATA_SOURCE, "maxPoolSize").orElse("?"));
  }

  /** Of a pool of so many connections. */
  static SystemLine pool(long used, long free, String most) {
    return free > 0 ? SystemLine.of(Finding.POOL_USED, used, free, most) : SystemLine.of(Finding.POOL_EMPTY, most);
  }

  /** The attribute, however its letters are written; empty when the server does not tell it. */
  private Optional<String> attribute(String bean, String wanted) {
    try {
      ObjectName name = new ObjectName(bean);
      String attribute =
          Arrays.stream(beans.getMBeanInfo(name).getAttributes())
              .map(MBeanAttributeInfo::getName)
              .filter(wanted::equalsIgnoreCase)
              .findFirst()
              .orElse(wanted);
      return Optional.ofNullable(beans.getAttribute(name, attribute)).map(Object::toString);
    } catch (JMException notTold) {
      return Optional.empty();
    }
  }
}
