package dev.holdfast.session.boundary;

import dev.holdfast.storage.control.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;

/**
 * Notes when a request arrived, before anything of ours can hold it up: what it waits for afterwards, such
 * as a connection to the database or the lock of a row, does not make it late.
 */
public class RefreshArrival implements ServletRequestListener {

    private static final String ARRIVED_AT = RefreshArrival.class.getName();

    @Inject @DatabaseTime Clock clock;

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        event.getServletRequest().setAttribute(ARRIVED_AT, clock.instant());
    }

    static Instant of(HttpServletRequest request) {
        return (Instant) request.getAttribute(ARRIVED_AT);
    }
}
