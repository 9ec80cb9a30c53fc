package dev.holdfast.admin.entity;

import dev.holdfast.custody.grant.GrantStatus;
import java.util.Optional;
import java.util.stream.Stream;

/** Accounts by how their grant stands; without a status, those that have no grant. */
public record GrantFilter(Optional<GrantStatus> status) {

    /** For an account without a grant. */
    public static final String NONE = "none";

    /** Empty for anything but {@code none} and the code of a {@link GrantStatus}. */
    public static Optional<GrantFilter> parse(String code) {
        return code.equals(NONE) ? Optional.of(new GrantFilter(Optional.empty()))
                : Stream.of(GrantStatus.values()).filter(status -> status.code().equals(code)).findFirst()
                        .map(status -> new GrantFilter(Optional.of(status)));
    }
}
