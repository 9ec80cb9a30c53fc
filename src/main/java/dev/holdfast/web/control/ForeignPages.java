package dev.holdfast.web.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often, since the start, a browser has said that our pages call us from their own origin, and that origin was not the
 * public URL: people reach this server under another address than the one that is set.
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
