package dev.holdfast.web.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts, since the start, the requests for which a browser says that they come from our own page, although the origin is
 * not the public URL. If there are any, people reach this server under another address than the configured one.
 */
@ApplicationScoped
public class ForeignPages {

    private final AtomicLong seen = new AtomicLong();

    public void seen() {
        seen.incrementAndGet();
    }

    public long count() {
        return seen.get();
    }
}
