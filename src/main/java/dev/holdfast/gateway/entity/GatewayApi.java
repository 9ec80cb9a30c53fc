package dev.holdfast.gateway.entity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One configured API: its root at Google, the rules that open paths below it, and its limits. {@code mostPerMinute} counts
 * for each person on each node; {@code timeout} limits the wait for the head of an answer.
 */
public record GatewayApi(String name, URI root, List<AllowRule> rules, long mostBytes, int mostPerMinute, Duration timeout) {

    public GatewayApi {
        rules = List.copyOf(rules);
    }

    /** Returns the first rule that lets this method reach this path. */
    public Optional<AllowRule> rule(String method, ApiPath path) {
        return rules.stream().filter(rule -> rule.methods().contains(method) && rule.paths().matches(path)).findFirst();
    }

    /** Returns the methods that may reach this path, sorted; empty if no rule opens it. */
    public Set<String> methodsFor(ApiPath path) {
        Set<String> methods = new TreeSet<>();
        rules.stream().filter(rule -> rule.paths().matches(path)).forEach(rule -> methods.addAll(rule.methods()));
        return methods;
    }

    /** Returns the address at Google. It begins with the configured root, whatever the request holds. */
    public URI address(ApiPath path, ApiQuery query) {
        return URI.create(root.toString().replaceFirst("/+$", "") + path.encoded() + query.encoded());
    }
}
