package dev.holdfast.gateway.entity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A rule of the operator's: these methods may reach these paths, for a person who has granted all of these scopes. */
public record AllowRule(Set<String> methods, PathPattern paths, Set<String> scopes) {

    public static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    /** The characters of a scope (RFC 6749 section 3.3). */
    private static final Pattern SCOPE = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    public AllowRule {
        methods = Set.copyOf(methods);
        scopes = Set.copyOf(scopes);
    }

    /** Parses {@code GET|HEAD /path/* scope scope}; empty if it is no rule. */
    public static Optional<AllowRule> parse(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        if (words.size() < 3) {
            return Optional.empty();
        }
        Set<String> methods = new TreeSet<>(List.of(words.get(0).split("\\|", -1)));
        Set<String> scopes = new TreeSet<>(words.subList(2, words.size()));
        return METHODS.containsAll(methods) && scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches())
                ? PathPattern.parse(words.get(1)).map(paths -> new AllowRule(methods, paths, scopes)) : Optional.empty();
    }
}
