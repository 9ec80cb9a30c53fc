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
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Sets the security headers on every answer before other code can commit it, and again in an error dispatch. */
public class SecurityHeadersFilter extends HttpFilter {

    @Inject transient PublicUrl publicUrl;
    @Inject transient WebConfig config;

    private transient Map<Area, Map<String, String>> headers;

    @Override
    public void init() {
        headers = new EnumMap<>(Area.class);
        Stream.of(Area.values()).forEach(area -> headers.put(area, SecurityHeaders.of(area, scheme())));
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        headers.get(Area.of(RequestPath.asked(request))).forEach(response::setHeader);
        chain.doFilter(request, response);
    }

    private Scheme scheme() {
        if (!publicUrl.isHttps()) {
            return Scheme.HTTP;
        }
        return config.hstsIncludesSubDomains() ? Scheme.HTTPS_WITH_SUB_DOMAINS : Scheme.HTTPS;
    }
}
