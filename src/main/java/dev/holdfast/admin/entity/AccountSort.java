package dev.holdfast.admin.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The order of a list of accounts; accounts with equal keys are ordered by id. */
public enum AccountSort {
    /** The most recently created first. */
    NEWEST("a.createdAt", true),
    /** The most recent sign-in first. */
    LAST_SIGNED_IN("a.signedInAt", true),
    /** By name in any case; accounts without a name come last. */
    NAME("lower(a.name)", false),
    /** By e-mail address in any case; accounts without one come last. */
    EMAIL("lower(a.email)", false);

    private final String key;
    private final boolean byTime;

    AccountSort(String key, boolean byTime) {
        this.key = key;
        this.byTime = byTime;
    }

    /** The JPQL expression to compare, of the account {@code a}. */
    public String key() {
        return key;
    }

    /** Whether the key is a time, the latest first; otherwise it is a text that may be null. */
    public boolean isByTime() {
        return byTime;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the order with this {@link #code()}; empty if there is none. */
    static Optional<AccountSort> parse(String code) {
        return Stream.of(values()).filter(sort -> sort.code().equals(code)).findFirst();
    }
}
