package dev.holdfast.admin.entity;

import dev.holdfast.custody.grant.GrantStatus;
import java.util.Optional;
import java.util.stream.Stream;

/** Selects accounts by the status of their grant; without a status, accounts that have no grant. */
public record GrantFilter(Optional<GrantStatus> status) {

    /** The code for accounts without a grant. */
    public static final String NONE = "none";

    /** Returns the filter; empty unless {@code code} is {@code none} or the code of a {@link GrantStatus}. */
    public static Optional<GrantFilter> parse(String code) {
        return code.equals(NONE) ? Optional.of(new GrantFilter(Optional.empty()))
                : Stream.of(GrantStatus.values()).filter(status -> status.code().equals(code)).findFirst()
                        .map(status -> new GrantFilter(Optional.of(status)));
    }
}
