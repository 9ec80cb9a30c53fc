package dev.holdfast.storage.control;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database with our schema and our entities and no server around it, for tests of stores. */
public final class SmallDatabase implements AutoCloseable {

    /** The kinds of database that Holdfast knows. */
    public enum Kind { DERBY, POSTGRESQL }

    private final AutoCloseable server;
    private final DataSource dataSource;
    private final EntityManagerFactory factory;

    private SmallDatabase(AutoCloseable server, DataSource dataSource, Kind kind) {
        this.server = server;
        this.dataSource = dataSource;
        String folder = "classpath:db/migration/" + kind.name().toLowerCase(Locale.ROOT);
        Flyway.configure().dataSource(dataSource).locations(folder).load().migrate();
        factory = Persistence.createEntityManagerFactory("holdfast", Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.nonJtaDataSource", dataSource,
                "eclipselink.weaving", "false",
                "eclipselink.session-name", UUID.randomUUID().toString()));
    }

    public static SmallDatabase open(Kind kind) throws IOException, SQLException {
        if (kind == Kind.DERBY) {
            System.setProperty("derby.stream.error.file", "target/derby-of-the-tests.log");
            EmbeddedDataSource derby = new EmbeddedDataSource();
            derby.setDatabaseName("memory:" + UUID.randomUUID());
            derby.setCreateDatabase("create");
            return new SmallDatabase(() -> { }, derby, kind);
        }
        return on(SmallPostgres.start(), same -> same);
    }

    /** Opens a schema on a running PostgreSQL; every statement goes through the data source that {@code around} returns. */
    public static SmallDatabase on(EmbeddedPostgres server, UnaryOperator<DataSource> around) {
        PGSimpleDataSource postgresql = new PGSimpleDataSource();
        postgresql.setUrl(server.getJdbcUrl("postgres", "postgres") + "&stringtype=unspecified");
        return new SmallDatabase(server, around.apply(postgresql), Kind.POSTGRESQL);
    }

    /** Returns the data source, for queries without JPA. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Returns an entity manager with a transaction begun. */
    public EntityManager begin() {
        EntityManager entityManager = factory.createEntityManager();
        entityManager.getTransaction().begin();
        return entityManager;
    }

    @Override
    public void close() throws Exception {
        factory.close();
        server.close();
    }
}
