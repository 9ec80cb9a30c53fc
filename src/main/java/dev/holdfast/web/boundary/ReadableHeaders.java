package dev.holdfast.web.boundary;

import dev.holdfast.web.entity.HeaderSyntax;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request without its unreadable header fields. */
final class ReadableHeaders extends HttpServletRequestWrapper {

    private final HttpServletRequest sent;

    ReadableHeaders(HttpServletRequest sent) {
        super(sent);
        this.sent = sent;
    }

    static boolean areReadable(HttpServletRequest request, String name) {
        return Collections.list(request.getHeaders(name)).stream().allMatch(value -> HeaderSyntax.isReadable(name, value));
    }

    @Override
    public @Nullable String getHeader(String name) {
        return areReadable(sent, name) ? sent.getHeader(name) : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return areReadable(sent, name) ? sent.getHeaders(name) : Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(sent.getHeaderNames()).stream()
                .filter(name -> areReadable(sent, name)).toList());
    }

    @Override
    public long getDateHeader(String name) {
        return areReadable(sent, name) ? sent.getDateHeader(name) : -1;
    }

    @Override
    public @Nullable String getContentType() {
        return areReadable(sent, "Content-Type") ? sent.getContentType() : null;
    }

    @Override
    public Locale getLocale() {
        return areReadable(sent, "Accept-Language") ? sent.getLocale() : Locale.ENGLISH;
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return areReadable(sent, "Accept-Language") ? sent.getLocales() : Collections.enumeration(List.of(Locale.ENGLISH));
    }
}
