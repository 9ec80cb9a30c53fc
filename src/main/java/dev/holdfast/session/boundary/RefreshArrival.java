package dev.holdfast.session.boundary;

import dev.holdfast.storage.control.DatabaseTime;
import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;

/**
 * Records when a request arrived, before any of our code can delay it. Later waits, such as for a database connection or
 * a row lock, do not make the request late.
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
