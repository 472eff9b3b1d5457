package org.casebound.connector.jdbc.outbound;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.casebound.connector.api.Call;
import org.casebound.connector.api.Failure;
import org.casebound.connector.api.Health;
import org.casebound.connector.api.IdempotencyKey;
import org.casebound.connector.api.Operation;
import org.casebound.connector.api.Outcome;
import org.casebound.connector.api.Verification;
import org.casebound.connector.base.BackOffice;
import org.casebound.connector.base.Credentials;
import org.casebound.connector.base.PointOfNoReturn;
import org.casebound.connector.base.Reply;
import org.casebound.connector.base.TransactionMode;

/** A database that is reached through a data source of the server, with one connection for each request. */
public final class JdbcBackOffice implements BackOffice {
  private final JdbcSettings settings;
  private final Credentials credentials;
  private final SqlStates states;
  private final Optional<KeyTable> keys;
  private final Set<Connection> running = ConcurrentHashMap.newKeySet();

  public JdbcBackOffice(JdbcSettings settings, Credentials credentials) {
    this.settings = settings;
    this.credentials = credentials;
    this.states = new SqlStates(settings.refusalStates());
    int seconds = Math.max(1, (int) settings.questionTime().toSeconds());
    this.keys = settings.keyTable().map(name -> new KeyTable(name, seconds));
  }

  /**
   * What an operation takes and gives.
   *
   * @throws IllegalArgumentException with a sentence when it is not one allowed statement
   */
  public static Operation describe(String operation) {
    return SqlStatement.parse(operation).describe();
  }

  @Override
  public Reply<Outcome> call(Call call, PointOfNoReturn point) {
    SqlStatement statement;
    try {
      statement = SqlStatement.parse(call.operation());
      statement.check(call.input());
    } catch (IllegalArgumentException e) {
      return Reply.failed(Failure.PERMANENT, "OPERATION_INVALID", SqlStates.message(e));
    }
    try (Transaction transaction = begin()) {
      return new JdbcCall(transaction.connection(), statement, call, keys, states, settings).run(point);
    } catch (NamingException e) {
      return Reply.failed(Failure.TRANSIENT, "DATA_SOURCE_MISSING", missing());
    } catch (SQLException e) {
      return states.connecting(e);
    }
  }

  @Override
  public Reply<Verification> verify(IdempotencyKey key) {
    if (keys.isEmpty()) {
      return Reply.of(new Verification.Unsupported());
    }
    try (Transaction transaction = begin()) {
      // A call with this key that has not ended yet is waited for; what is written here is rolled back.
      if (keys.get().take(transaction.connection(), key, "")) {
        return Reply.of(new Verification.NotApplied());
      }
      return Reply.of(keys.get().find(transaction.connection(), key)
          .map(JdbcBackOffice::applied)
          .orElseGet(() -> new Verification.Unavailable("The key was just being withdrawn; ask again.")));
    } catch (NamingException e) {
      return Reply.of(new Verification.Unavailable(missing()));
    } catch (SQLException e) {
      return Reply.broken(new Verification.Unavailable(SqlStates.message(e)));
    }
  }

  private static Verification applied(KeyTable.Entry entry) {
    return entry.result().<Verification>map(result -> new Verification.Applied(new Outcome.Done(result)))
        .orElseGet(() -> new Verification.Unavailable("The procedure committed by itself and did not end."));
  }

  @Override
  public Reply<Health> health() {
    try (Transaction transaction = begin()) {
      Connection connection = transaction.connection();
      if (keys.isPresent()) {
        keys.get().find(connection, new IdempotencyKey("health"));
      } else if (!connection.isValid((int) Math.max(1, settings.questionTime().toSeconds()))) {
        return Reply.broken(new Health(Health.State.DOWN, "The connection is not valid."));
      }
      return Reply.of(new Health(Health.State.UP, "The database answered."));
    } catch (NamingException e) {
      return Reply.of(new Health(Health.State.DOWN, missing()));
    } catch (SQLException e) {
      return Reply.broken(new Health(Health.State.DOWN, SqlStates.message(e)));
    }
  }

  /** Cuts what still runs, so that its thread comes back. */
  @Override
  public void close() {
    for (Connection connection : running) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException e) {
        JdbcConnectorLog.LOG.debugf(e, "A connection of %s could not be cut.", settings.dataSource());
      }
    }
  }

  private Transaction begin() throws NamingException, SQLException {
    DataSource source = (DataSource) new InitialContext().lookup(settings.dataSource());
    Connection connection = credentials.userName().isPresent()
        ? source.getConnection(credentials.userName().get(), credentials.password())
        : source.getConnection();
    running.add(connection);
    return new Transaction(connection);
  }

  private String missing() {
    return "There is no data source " + settings.dataSource() + " in the server.";
  }

  /** Rolls back what was not committed, where the transaction is not the caller's, and gives the connection back. */
  private final class Transaction implements AutoCloseable {
    private final Connection connection;
    private final boolean own = settings.transaction() == TransactionMode.OWN;

    Transaction(Connection connection) throws SQLException {
      this.connection = connection;
      try {
        if (own) {
          connection.setAutoCommit(false);
        }
      } catch (SQLException e) {
        close();
        throw e;
      }
    }

    Connection connection() {
      return connection;
    }

    @Override
    public void close() {
      running.remove(connection);
      try (connection) {
        if (own && !connection.isClosed()) {
          connection.rollback();
          connection.setAutoCommit(true);
        }
      } catch (SQLException e) {
        JdbcConnectorLog.LOG.debugf(e, "A connection of %s broke when it was given back.", settings.dataSource());
      }
    }
  }
}
