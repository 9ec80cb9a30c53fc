package dev.holdfast.web.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** Addresses that Liberty answers in every application, for kinds of sign-in that we do not use. */
public final class ClosedPath {

    private static final Set<String> NAMES = Set.of("j_security_check", "ibm_security_logout");

    private ClosedPath() {}

    /** Whether Liberty would answer {@code path}, which is decoded: Liberty accepts such a name at the end of any path. */
    public static boolean contains(String path) {
        return Arrays.stream(path.toLowerCase(Locale.ROOT).split("[/;]")).anyMatch(NAMES::contains);
    }
}
