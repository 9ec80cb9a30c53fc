package dev.holdfast.web.entity;

import java.util.Locale;
import java.util.Set;

/** Addresses that Liberty answers in every application, for kinds of sign-in that we do not use. */
public final class ClosedPath {

    private static final Set<String> NAMES = Set.of("j_security_check", "ibm_security_logout");

    private ClosedPath() {}

    /** Whether Liberty might answer {@code path}, which is decoded: it accepts such a name with more text around it. */
    public static boolean contains(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        for (String name : NAMES) {
            if (lower.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
