package org.casebound.bench.twin;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.casebound.bench.rig.Postgres;

/** The records of the twin, in a schema of its own: as few columns and indexes as the work needs, ids without a statement. */
public final class Twin implements AutoCloseable {
  static final String CASES = "twin.service_case";

  private static final String[] SCHEMA = {
    "create table twin.service_case (id bigint primary key, number varchar(20) not null, process varchar(80) not null,"
        + " subject varchar(255) not null, requester varchar(255) not null, status varchar(20) not null, resolution varchar(20),"
        + " reference varchar(100), created_at timestamptz not null, closed_at timestamptz)",
    "create table twin.service_request (id bigint primary key, case_id bigint not null, attributes text not null,"
        + " created_at timestamptz not null)",
    "create table twin.work_item (id bigint primary key, case_id bigint not null, label varchar(255) not null, queue varchar(80) not null,"
        + " state varchar(20) not null, assignee varchar(255), outcome varchar(80), created_at timestamptz not null, ended_at timestamptz)",
    "create index work_item_queue on twin.work_item (queue, state, id)",
    "create table twin.history (id bigint primary key, case_id bigint not null, happened_at timestamptz not null, actor varchar(255) not null,"
        + " from_state varchar(20) not null, to_state varchar(20) not null)"
  };

  private static final AtomicLong IDS = new AtomicLong();

  private final BlockingQueue<TwinSession> sessions;

  private Twin(BlockingQueue<TwinSession> sessions) {
    this.sessions = sessions;
  }

  /** Makes the tables and opens the connections, one per thread. */
  public static Twin open(Postgres postgres, int connections) {
    BlockingQueue<TwinSession> sessions = new ArrayBlockingQueue<>(connections);
    try {
      for (int i = 0; i < connections; i++) {
        sessions.add(new TwinSession(postgres.connectTwin()));
      }
      try (var connection = postgres.connectTwin(); var statement = connection.createStatement()) {
        for (String each : SCHEMA) {
          statement.execute(each);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The twin's database can not be prepared", e);
    }
    return new Twin(sessions);
  }

  static long newId() {
    return IDS.incrementAndGet();
  }

  static OffsetDateTime now() {
    return OffsetDateTime.now();
  }

  /** One or more transactions of the twin. */
  interface Work {
    void with(TwinSession session) throws SQLException;
  }

  void run(Work work) {
    try {
      TwinSession session = sessions.take();
      try {
        work.with(session);
      } finally {
        sessions.add(session);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The twin failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  @Override
  public void close() {
    sessions.forEach(session -> {
      try {
        session.close();
      } catch (SQLException e) {
        throw new IllegalStateException("A connection of the twin can not be closed", e);
      }
    });
  }
}
