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
 * Scopes as sets in one spelling. Google answers {@code email} and {@code profile} with their long names and in an order
 * of its own, so scopes are only ever compared after {@link #normalise}; the normal form is Google's long one.
 */
public final class Scopes {

    public static final String OPENID = "openid";

    private static final String AUTH = "https://www.googleapis.com/auth/";
    private static final Map<String, String> LONG_NAMES =
            Map.of("email", AUTH + "userinfo.email", "profile", AUTH + "userinfo.profile");

    private Scopes() {}

    /** RFC 6749 section 3.3: a list of space-delimited strings, in whichever order; normalised. */
    public static Set<String> parse(String list) {
        return normalise(split(list));
    }

    /** The names as they stand, in order, without repetitions: for asking, not for comparing. */
    public static Set<String> split(String list) {
        return ordered(Arrays.stream(list.strip().split("\\s+")).filter(name -> !name.isEmpty()).toList());
    }

    public static Set<String> normalise(Collection<String> scopes) {
        return ordered(scopes.stream().map(name -> LONG_NAMES.getOrDefault(name, name)).toList());
    }

    /** Those of {@code wanted} that {@code granted} does not cover, normalised. */
    public static Set<String> missing(Collection<String> wanted, Collection<String> granted) {
        Set<String> missing = new LinkedHashSet<>(normalise(wanted));
        missing.removeAll(normalise(granted));
        return Collections.unmodifiableSet(missing);
    }

    /** As many as fit into a list of {@code most} characters, the shortest first: those of whoever has granted very many. */
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
