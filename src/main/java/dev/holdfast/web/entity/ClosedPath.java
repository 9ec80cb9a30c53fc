package dev.holdfast.web.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Addresses that Liberty answers in every application, for kinds of sign-in that are not ours. */
public final class ClosedPath {

    private static final Set<String> NAMES = Set.of("j_security_check", "ibm_security_logout");

    private ClosedPath() {}

    /** {@code path} is decoded; Liberty takes such a name at the end of any path. */
    public static boolean contains(String path) {
        return Arrays.stream(path.toLowerCase(Locale.ROOT).split("[/;]")).anyMatch(NAMES::contains);
    }
}
