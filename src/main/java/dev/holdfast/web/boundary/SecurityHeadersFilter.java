package dev.holdfast.web.boundary;

import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.web.control.WebConfig;
import dev.holdfast.web.entity.Area;
import dev.holdfast.web.entity.SecurityHeaders;
import dev.holdfast.web.entity.SecurityHeaders.Scheme;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sets the security headers on every answer before other code can commit it, and again in an error dispatch. */
public class SecurityHeadersFilter extends HttpFilter {

    @Inject transient PublicUrl publicUrl;
    @Inject transient WebConfig config;

    private final transient Map<Area, Map<String, String>> headers = new ConcurrentHashMap<>();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        headers.computeIfAbsent(Area.of(RequestPath.asked(request)), area -> SecurityHeaders.of(area, scheme()))
                .forEach(response::setHeader);
        chain.doFilter(request, response);
    }

    private Scheme scheme() {
        if (!publicUrl.isHttps()) {
            return Scheme.HTTP;
        }
        return config.hstsIncludesSubDomains() ? Scheme.HTTPS_WITH_SUB_DOMAINS : Scheme.HTTPS;
    }
}
