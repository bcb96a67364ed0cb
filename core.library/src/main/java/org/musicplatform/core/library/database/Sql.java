package org.musicplatform.core.library.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A connection with its prepared statements, of which those used last are kept. Used by one thread. */
public final class Sql implements AutoCloseable {

    /** Filters and orders combine to more statements than memory should hold. */
    static final int KEPT = 300;

    private static final int REMEMBERED = 6;

    private final Connection connection;
    private final LateIndexes indexes;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Object, Object> remembered = new LinkedHashMap<>(16, 0.75f, true);
    private long rememberedVersion;
    private int reading;
    private BooleanSupplier toEnd = () -> false;
    private Set<String> lacking = Set.of(); // indexes, in what is seen of the database

    public Sql(Connection connection) {
        this(connection, new LateIndexes());
    }

    Sql(Connection connection, LateIndexes indexes) {
        this.connection = connection;
        this.indexes = indexes;
    }

    /** Makes a value of the row at which a result stands. */
    public interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    public Connection connection() {
        return connection;
    }

    void endWhen(BooleanSupplier wanted) {
        toEnd = wanted;
    }

    /** Tells whether somebody wants that a statement ends early. */
    boolean isToEnd() {
        return toEnd.getAsBoolean();
    }

    /**
     * Begins a transaction: one that writes on a connection for writing. Through the driver, since in its mode of a
     * transaction for each statement it tries to end one after each.
     */
    public void begin() throws SQLException {
        lacking = indexes.missing(); // before the state is fixed that the transaction sees
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            endMode(); // the driver takes it for begun
            throw e;
        }
    }

    public void commit() throws SQLException {
        connection.setAutoCommit(true);
    }

    /** Undoes a transaction, also one that SQLite has undone or that could not be committed. */
    public void rollback() throws SQLException {
        try {
            execute("ROLLBACK");
        } finally {
            endMode();
        }
    }

    /** A change that is made as a whole or not at all. */
    interface Change {
        void make() throws SQLException;
    }

    /** Makes a change in a transaction of its own. */
    void transaction(Change change) throws SQLException {
        begin();
        try {
            change.make();
            commit();
        } catch (SQLException e) {
            try {
                rollback();
            } catch (SQLException undone) {
                e.addSuppressed(undone); // by SQLite itself
            }
            throw e;
        }
    }

    private void endMode() {
        try {
            connection.setAutoCommit(true);
        } catch (SQLException expected) {
            // the mode is set before the driver ends a transaction that is not there
        }
    }

    /** Runs statements that are not worth keeping. */
    public void execute(String text) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(text);
        }
    }

    public int update(String text, Object... values) throws SQLException {
        return change(text, bind(text, values));
    }

    /** Runs an insert into a table that numbers its rows, and returns the row's id. */
    public long insert(String text, Object... values) throws SQLException {
        change(text, bind(text, values));
        return number("SELECT last_insert_rowid()");
    }

    public <T> List<T> list(String text, Mapper<T> mapper, Object... values) throws SQLException {
        var rows = new ArrayList<T>();
        each(text, row -> rows.add(mapper.map(row)), values);
        return rows;
    }

    /** Takes the row at which a result stands. */
    public interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    /** Hands over row by row: no more than one is held. */
    public void each(String text, Taker taker, Object... values) throws SQLException {
        Mapper<Void> all = result -> {
            while (result.next()) {
                taker.take(result);
            }
            return null;
        };
        read(text, all, values);
    }

    /** Returns the first row, or null. */
    public <T> T first(String text, Mapper<T> mapper, Object... values) throws SQLException {
        return read(text, result -> result.next() ? mapper.map(result) : null, values);
    }

    private <T> T read(String text, Mapper<T> reader, Object... values) throws SQLException {
        var statement = bind(text, values);
        reading++;
        try (var result = statement.executeQuery()) {
            return reader.map(result);
        } catch (SQLException e) {
            forget(text);
            indexes.excuse(text, lacking);
            throw e;
        } finally {
            reading--;
        }
    }

    public long number(String text, Object... values) throws SQLException {
        Long value = first(text, row -> row.getLong(1), values);
        return value == null ? 0 : value;
    }

    /**
     * Returns what was {@linkplain #remember remembered} of the database, or null. Whenever another connection has written
     * all is forgotten; for connections that only read.
     */
    public <T> T remembered(Object key, Class<T> type) throws SQLException {
        long version = number("PRAGMA data_version");
        if (version != rememberedVersion) {
            remembered.clear();
            rememberedVersion = version;
        }
        return type.cast(remembered.get(key));
    }

    /** Remembers what was made of the database as it is in this transaction, with the few that were asked for last. */
    public void remember(Object key, Object value) {
        remembered.put(key, value);
        var oldest = remembered.keySet().iterator();
        while (remembered.size() > REMEMBERED) {
            oldest.next();
            oldest.remove();
        }
    }

    public static Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    public static Integer intOrNull(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    private int change(String text, PreparedStatement statement) throws SQLException {
        try {
            return statement.executeUpdate();
        } catch (SQLException e) {
            forget(text);
            throw e;
        }
    }

    /** The driver has ended a statement that failed or was interrupted: it would fail for ever. */
    private void forget(String text) throws SQLException {
        var statement = prepared.remove(text);
        if (statement != null) {
            statement.close();
        }
    }

    public static Long longOrNull(ResultSet row, int column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    public static Integer intOrNull(ResultSet row, int column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    /** As {@link #update(String, Object...)}, with values that are a part of an array. */
    int update(String text, Object[] values, int from, int count) throws SQLException {
        return change(text, bind(text, values, from, count));
    }

    private PreparedStatement bind(String text, Object... values) throws SQLException {
        return bind(text, values, 0, values.length);
    }

    private PreparedStatement bind(String text, Object[] values, int from, int count) throws SQLException {
        var statement = prepared.get(text);
        if (statement == null) {
            statement = prepare(text);
            prepared.put(text, statement);
            closeOldest();
        }
        for (int i = 0; i < count; i++) {
            statement.setObject(i + 1, values[from + i]); // as it is: the other setters make another Long of a Long
        }
        return statement;
    }

    private PreparedStatement prepare(String text) throws SQLException {
        String fitting = indexes.fit(text, lacking);
        try {
            return connection.prepareStatement(fitting);
        } catch (SQLException e) {
            indexes.excuse(text, lacking);
            throw e;
        }
    }

    /** Closes what was not used for long; not while a result is read, which may be of one of these. */
    private void closeOldest() throws SQLException {
        var oldest = prepared.values().iterator();
        while (reading == 0 && prepared.size() > KEPT) {
            oldest.next().close();
            oldest.remove();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
