package dev.holdfast.gateway.control;

import dev.holdfast.gateway.entity.RequestHeaders;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A request to a configured API, as it came in. {@code path} and {@code query} are encoded, {@code query} is null if there is
 * none; {@code headers} are empty if they were refused; {@code length} is that of the body if the client told it.
 */
public record GatewayRequest(String method, String path, @Nullable String query, Optional<RequestHeaders> headers,
        OptionalLong length, InputStream body) {}
