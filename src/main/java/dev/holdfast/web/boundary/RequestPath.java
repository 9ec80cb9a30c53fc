package dev.holdfast.web.boundary;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** The requested path: decoded, without path parameters, relative to the application. */
final class RequestPath {

    private RequestPath() {}

    static String of(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    /** Returns the same path as {@link #of}; in an error dispatch, the URI that the client requested. */
    static String asked(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                        && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : of(request);
    }
}
