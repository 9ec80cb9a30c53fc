package dev.holdfast.admin.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which order accounts are listed; accounts alike in it follow each other by id. */
public enum AccountSort {
    /** The youngest first. */
    NEWEST("a.createdAt", true),
    /** The one that signed in last first. */
    LAST_SIGNED_IN("a.signedInAt", true),
    /** By name in any case, those without one last. */
    NAME("lower(a.name)", false),
    /** By e-mail address in any case, those without one last. */
    EMAIL("lower(a.email)", false);

    private final String key;
    private final boolean byTime;

    AccountSort(String key, boolean byTime) {
        this.key = key;
        this.byTime = byTime;
    }

    /** What is compared, as the query language has it, of the account {@code a}. */
    public String key() {
        return key;
    }

    /** Whether the key is a time, and then the latest comes first; else it is a text that may be null. */
    public boolean isByTime() {
        return byTime;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for anything that is no {@link #code()}. */
    static Optional<AccountSort> parse(String code) {
        return Stream.of(values()).filter(sort -> sort.code().equals(code)).findFirst();
    }
}
