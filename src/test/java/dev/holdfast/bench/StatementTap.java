package dev.holdfast.bench;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Explains each statement that goes through a data source right before it runs, with its values and in its transaction. The
 * explained statement is therefore exactly the one that the code sends, including the SQL that EclipseLink generates. A
 * statement that is sent again while the tap listens is explained once.
 */
final class StatementTap {

    private Map<String, Plan> plans;

    /** Returns a data source that passes everything on to the real one, while this tap listens. */
    DataSource on(DataSource real) {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = invoke(real, method, arguments);
            return result instanceof Connection connection ? tapped(connection) : result;
        });
    }

    /** Returns the plans of the statements that {@code work} sends, in the order in which they are sent. */
    List<Plan> during(Runnable work) {
        plans = new LinkedHashMap<>();
        try {
            work.run();
            return List.copyOf(plans.values());
        } finally {
            plans = null;
        }
    }

    private Connection tapped(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return "prepareStatement".equals(method.getName())
                    ? tapped((PreparedStatement) result, connection, (String) arguments[0]) : result;
        });
    }

    private PreparedStatement tapped(PreparedStatement statement, Connection connection, String sql) {
        SortedMap<Integer, Bound> values = new TreeMap<>();
        return proxy(PreparedStatement.class, (self, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length > 1) {
                values.put((Integer) arguments[0], new Bound("setNull".equals(method.getName()) ? null : arguments[1]));
            } else if (method.getName().startsWith("execute") && plans != null && !plans.containsKey(sql)) {
                plans.put(sql, explained(connection, sql, values));
            }
            return invoke(statement, method, arguments);
        });
    }

    /** Explains the statement and leaves the transaction as it was. */
    private static Plan explained(Connection connection, String sql, SortedMap<Integer, Bound> values) throws SQLException {
        boolean alone = connection.getAutoCommit();
        connection.setAutoCommit(false);
        var before = connection.setSavepoint();
        Plan plan = new Explanation(connection, sql, values.values().stream().map(Bound::value).toList())
                .plan();
        connection.rollback(before);
        connection.setAutoCommit(alone);
        return plan;
    }

    /** A value that may be null. */
    private record Bound(Object value) {}

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
