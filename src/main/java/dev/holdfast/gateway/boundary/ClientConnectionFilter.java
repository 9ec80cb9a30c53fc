package dev.holdfast.gateway.boundary;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Keeps the container's own request within reach of the gateway's resource, which otherwise gets a proxy. */
public class ClientConnectionFilter extends HttpFilter {

    private static final String ATTRIBUTE = ClientConnection.class.getName();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, new ClientConnection(request));
        chain.doFilter(request, response);
    }

    static ClientConnection of(HttpServletRequest request) {
        return (ClientConnection) request.getAttribute(ATTRIBUTE);
    }
}
