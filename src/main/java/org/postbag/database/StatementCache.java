package org.postbag.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A data source whose connections keep the statements that they have prepared: SQLite's driver
/// parses and plans a statement anew each time, which costs more than most of ours take to run.
///
/// A statement in use is not in the cache, so that the same text can be open twice. One that is
/// closed while its rows are not, is not kept: unread rows would hold on to the moment they show.
final class StatementCache extends DelegatingDataSource {
  private static final int MOST = 200;

  StatementCache(DataSource source) {
    super(source);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    return proxy(Connection.class, new Kept(real));
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            StatementCache.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  /// One connection; as a connection must be, used by one thread at a time.
  private static final class Kept implements InvocationHandler {
    private final Connection real;
    private final SequencedMap<String, PreparedStatement> idle =
        new LinkedHashMap<>(16, 0.75f, true);

    Kept(Connection real) {
      this.real = real;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      return method.getName().equals("prepareStatement")
              && arguments != null
              && arguments.length == 1
          ? prepared((String) arguments[0])
          : call(real, method, arguments);
    }

    private PreparedStatement prepared(String sql) throws SQLException {
      PreparedStatement kept = idle.remove(sql);
      PreparedStatement statement = kept == null ? real.prepareStatement(sql) : kept;
      return proxy(PreparedStatement.class, new Lent(this, sql, statement));
    }

    void takeBack(String sql, PreparedStatement statement) throws SQLException {
      statement.clearParameters();
      PreparedStatement twin = idle.put(sql, statement);
      if (twin != null) {
        twin.close();
      }
      if (idle.size() > MOST) {
        idle.pollFirstEntry().getValue().close();
      }
    }
  }

  /// One use of a statement, from its preparation to its closing.
  private static final class Lent implements InvocationHandler {
    private final Kept connection;
    private final String sql;
    private final PreparedStatement real;
    private @Nullable ResultSet rows;
    private boolean closed;

    Lent(Kept connection, String sql, PreparedStatement real) {
      this.connection = connection;
      this.sql = sql;
      this.real = real;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
        throws Throwable {
      return switch (method.getName()) {
        case "close" -> close();
        case "isClosed" -> closed || real.isClosed();
        default -> {
          Object result = call(real, method, arguments);
          rows = result instanceof ResultSet found ? found : rows;
          yield result;
        }
      };
    }

    private @Nullable Object close() throws SQLException {
      if (!closed) {
        closed = true;
        if (real.isClosed() || (rows != null && !rows.isClosed())) {
          real.close();
        } else {
          connection.takeBack(sql, real);
        }
      }
      return null;
    }
  }
}
