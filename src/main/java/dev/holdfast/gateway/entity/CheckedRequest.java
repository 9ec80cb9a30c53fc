package dev.holdfast.gateway.entity;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request to a configured API, judged by its address, its method and its headers alone, before Google is asked. */
public sealed interface CheckedRequest {

    /** A rule opens it. {@code address} is at Google, {@code headers} are those that travel. */
    record Allowed(AllowRule rule, URI address, RequestHeaders headers) implements CheckedRequest {}

    /** Its path, its query or its headers hold something that is refused. */
    record Malformed() implements CheckedRequest {}

    /** No rule opens this path, or no rule may. */
    record Unreachable() implements CheckedRequest {}

    /** Rules open this path for these other methods. */
    record MethodClosed(Set<String> methods) implements CheckedRequest {}

    /** Judges a request; path and query are encoded, {@code query} is null if there is none. */
    static CheckedRequest of(GatewayApi api, String method, String path, @Nullable String query,
            Optional<RequestHeaders> headers) {
        Optional<ApiPath> target = ApiPath.parse(path);
        Optional<ApiQuery> parameters = ApiQuery.parse(query);
        if (target.isEmpty() || parameters.isEmpty() || headers.isEmpty()) {
            return new Malformed();
        }
        Set<String> methods = api.methodsFor(target.get());
        if (methods.isEmpty() || ClosedOperation.isAt(api.root(), target.get())) {
            return new Unreachable();
        }
        return api.rule(method, target.get())
                .<CheckedRequest>map(rule -> new Allowed(rule, api.address(target.get(), parameters.get()), headers.get()))
                .orElseGet(() -> new MethodClosed(methods));
    }
}
