package dev.holdfast.storage.control;

import java.util.Optional;

/** A pool of connections that this server uses. Its name is that of the data source in Liberty's configuration. */
public record DatabasePool(String name, ConnectionWaits waits) {

    /** Returns what Liberty says of it; empty on a server that has no such data source, or has not used it yet. */
    public Optional<LibertyPool> atLiberty() {
        return LibertyPool.of("jdbc/" + name);
    }
}
