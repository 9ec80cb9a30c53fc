package dev.holdfast.google;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sets of scopes in one spelling. Google answers {@code email} and {@code profile} with their long names and in an order
 * of its own. Scopes are therefore compared only after {@link #normalise}, which returns Google's long names.
 */
public final class Scopes {

    public static final String OPENID = "openid";

    private static final String AUTH = "https://www.googleapis.com/auth/";
    private static final Map<String, String> LONG_NAMES =
            Map.of("email", AUTH + "userinfo.email", "profile", AUTH + "userinfo.profile");

    private Scopes() {}

    /** Returns the normalised scopes of a space-delimited list, whose order has no meaning (RFC 6749 section 3.3). */
    public static Set<String> parse(String list) {
        return normalise(split(list));
    }

    /** Returns the names as spelled, in order, without repetitions: for requests, not for comparisons. */
    public static Set<String> split(String list) {
        return ordered(Arrays.stream(list.strip().split("\\s+")).filter(name -> !name.isEmpty()).toList());
    }

    public static Set<String> normalise(Collection<String> scopes) {
        return ordered(scopes.stream().map(name -> LONG_NAMES.getOrDefault(name, name)).toList());
    }

    /** Returns the scopes of {@code wanted} that {@code granted} does not cover, normalised. */
    public static Set<String> missing(Collection<String> wanted, Collection<String> granted) {
        Set<String> missing = new LinkedHashSet<>(normalise(wanted));
        missing.removeAll(normalise(granted));
        return Collections.unmodifiableSet(missing);
    }

    /**
     * Returns the scopes that fit into a list of {@code most} characters, the shortest first: a person may have granted
     * many.
     */
    public static Set<String> fitting(Collection<String> scopes, int most) {
        Set<String> fitting = new LinkedHashSet<>();
        int length = 0;
        for (String scope : scopes.stream().sorted(Comparator.comparingInt(String::length)).toList()) {
            length += scope.length() + 1;
            if (length <= most) {
                fitting.add(scope);
            }
        }
        return ordered(fitting);
    }

    private static Set<String> ordered(Collection<String> names) {
        return names.stream().collect(Collectors.collectingAndThen(
                Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }
}
