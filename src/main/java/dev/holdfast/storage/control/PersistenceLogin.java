package dev.holdfast.storage.control;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** Has EclipseLink use the application's data source, which logs in, instead of the bare pool of the container. */
public class PersistenceLogin implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        container().ifPresent(beans -> ((DatasourceLogin) session.getDatasourceLogin())
                .setConnector(new JNDIConnector(beans.select(DataSource.class).get())));
    }

    /** Without a container the data source is whatever a test has given. */
    private static Optional<CDI<Object>> container() {
        try {
            return Optional.of(CDI.current());
        } catch (IllegalStateException none) {
            return Optional.empty();
        }
    }
}
