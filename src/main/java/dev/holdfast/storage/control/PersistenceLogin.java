package dev.holdfast.storage.control;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** Makes EclipseLink use the data source of the application, which logs in, instead of the bare pool of the container. */
public class PersistenceLogin implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        container().ifPresent(beans -> ((DatasourceLogin) session.getDatasourceLogin())
                .setConnector(new JNDIConnector(beans.select(DataSource.class).get())));
    }

    /** Returns the container; empty in a test without one, which provides the data source itself. */
    private static Optional<CDI<Object>> container() {
        try {
            return Optional.of(CDI.current());
        } catch (IllegalStateException none) {
            return Optional.empty();
        }
    }
}
