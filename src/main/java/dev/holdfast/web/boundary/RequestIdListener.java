package dev.holdfast.web.boundary;

import dev.holdfast.telemetry.control.RequestId;
import dev.holdfast.web.entity.ClientRequestId;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;

/** Gives each request its id before any other code sees it, and removes the id from the thread when the request is over. */
public class RequestIdListener implements ServletRequestListener {

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        HttpServletRequest request = (HttpServletRequest) event.getServletRequest();
        RequestId.replace(ClientRequestId.of(request.getHeader("traceparent"), request.getHeader("X-Request-Id"))
                .orElseGet(RequestId::fresh));
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        RequestId.replace(null);
    }
}
