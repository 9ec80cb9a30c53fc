package dev.holdfast.web.boundary;

import dev.holdfast.web.control.WebConfig;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/** Makes {@code getRemoteAddr()} return the client's address, also behind the proxies that the operator trusts. */
public class ClientAddressFilter extends HttpFilter {

    @Inject transient WebConfig config;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String peer = request.getRemoteAddr();
        String client = config.trustedProxies().clientOf(peer, Collections.list(request.getHeaders("X-Forwarded-For")));
        chain.doFilter(client.equals(peer) ? request : new HttpServletRequestWrapper(request) {
            @Override
            public String getRemoteAddr() {
                return client;
            }

            @Override
            public String getRemoteHost() {
                return client;
            }
        }, response);
    }
}
