package org.postbag.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.function.Consumer;
import javax.sql.DataSource;

/// A database of which somebody hears `before` and `after` each statement that is written, such as
/// `before INSERT INTO …`, and each `COMMIT`.
public final class WatchedDatabase {
  private final Consumer<String> heard;

  private WatchedDatabase(Consumer<String> heard) {
    this.heard = heard;
  }

  public static Database open(DatabaseSettings settings, Consumer<String> heard) {
    WatchedDatabase watched = new WatchedDatabase(heard);
    return Database.open(settings, source -> watched.around(DataSource.class, source, ""));
  }

  private <T> T around(Class<T> type, T inner, String sql) {
    InvocationHandler handler = (_, method, arguments) -> call(inner, method, arguments, sql);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object call(Object inner, Method method, Object[] arguments, String sql)
      throws Throwable {
    String name = method.getName();
    String step = name.startsWith("execute") ? sql : name.equals("commit") ? "COMMIT" : "";
    tell("before ", step);
    try {
      Object result = method.invoke(inner, arguments);
      tell("after ", step);
      return switch (result) {
        case Connection connection -> around(Connection.class, connection, "");
        case PreparedStatement statement when name.equals("prepareStatement") ->
            around(PreparedStatement.class, statement, String.valueOf(arguments[0]));
        case null, default -> result;
      };
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private void tell(String when, String step) {
    if (!step.isEmpty()) {
      heard.accept(when + step);
    }
  }
}
