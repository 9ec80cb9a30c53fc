package dev.holdfast.storage.control;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;

/**
 * PostgreSQL servers of the tests, reached by TCP alone. A Unix socket has a lock file beside it that a killed server leaves
 * behind; a later server on the same port would not start while the process id in that file is in use again.
 */
public final class SmallPostgres {

    private SmallPostgres() {}

    /** Starts a server on any port. */
    public static EmbeddedPostgres start() throws IOException {
        return fast().start();
    }

    /** Returns the builder of a server that is fast and forgets all if it crashes. On a slow disk it may take a minute to start. */
    public static EmbeddedPostgres.Builder fast() {
        return EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(1)).setServerConfig("unix_socket_directories", "");
    }

    /** Returns the builder of a server that writes each commit to the disk, as operators have it. */
    public static EmbeddedPostgres.Builder durable() {
        return fast().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on");
    }
}
