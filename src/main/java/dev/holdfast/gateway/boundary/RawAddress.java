package dev.holdfast.gateway.boundary;

import dev.holdfast.gateway.control.GatewayRequest;
import dev.holdfast.gateway.entity.RequestHeaders;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.OptionalLong;

/**
 * The address of a request as the client sent it, before a server or a framework has decoded or tidied it: the name of the
 * API, and the encoded path below its root, which begins with a slash.
 */
record RawAddress(String api, String path) {

    private static final String PREFIX = "/api/google/";

    /** Splits the address; an address that was written in another way than ours names no API. */
    static RawAddress of(HttpServletRequest request) {
        String uri = request.getRequestURI();
        String start = request.getContextPath() + PREFIX;
        String rest = uri.startsWith(start) ? uri.substring(start.length()) : "";
        int slash = rest.indexOf('/');
        return slash < 0 ? new RawAddress("", "") : new RawAddress(rest.substring(0, slash), rest.substring(slash));
    }

    GatewayRequest asked(HttpServletRequest request) {
        long length = request.getContentLengthLong();
        return new GatewayRequest(request.getMethod(), path, request.getQueryString(),
                RequestHeaders.of(name -> Collections.list(request.getHeaders(name))),
                length < 0 ? OptionalLong.empty() : OptionalLong.of(length), body(request));
    }

    private static InputStream body(HttpServletRequest request) {
        try {
            return request.getInputStream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
