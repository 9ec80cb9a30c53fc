package dev.holdfast.session.boundary;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.control.Refreshed;
import dev.holdfast.session.control.Refreshed.Manner;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The result of a refresh request, as the metrics count it; outcome and reason come from small fixed sets. */
record RefreshResult(String outcome, String reason) {

    private static final String NONE = "none";
    private static final String ENDED = "ended";

    static final RefreshResult ROTATED = new RefreshResult("rotated", NONE);

    /** The same successor was issued again. */
    static final RefreshResult REPLAYED = new RefreshResult("replayed", NONE);

    /** A late copy of an earlier refresh; nothing ended. */
    static final RefreshResult SUPERSEDED = new RefreshResult("superseded", NONE);

    static final RefreshResult REUSED = new RefreshResult("reused", NONE);
    static final RefreshResult ANONYMOUS = new RefreshResult("anonymous", NONE);
    static final RefreshResult NOT_GENUINE = new RefreshResult("invalid", "not_genuine");
    static final RefreshResult UNKNOWN_GENERATION = new RefreshResult("invalid", "unknown_generation");
    static final RefreshResult OTHER_ACCOUNT = new RefreshResult("invalid", "other_account");
    static final RefreshResult MALFORMED = new RefreshResult("malformed", NONE);
    static final RefreshResult STORAGE_UNAVAILABLE = new RefreshResult("storage_unavailable", NONE);
    static final RefreshResult BROKEN = new RefreshResult("broken", NONE);

    static RefreshResult of(Refreshed refreshed) {
        if (refreshed instanceof Refreshed.Issued issued) {
            return issued.manner() == Manner.ROTATED ? ROTATED : REPLAYED;
        }
        if (refreshed instanceof Refreshed.Ended ended) {
            return over(ended.reason());
        }
        if (refreshed instanceof Refreshed.Superseded) {
            return SUPERSEDED;
        }
        if (refreshed instanceof Refreshed.AnotherAccount) {
            return OTHER_ACCOUNT;
        }
        return refreshed instanceof Refreshed.Reused ? REUSED : UNKNOWN_GENERATION;
    }

    /** Returns every possible result, so that each counter starts at 0. */
    static List<RefreshResult> all() {
        Stream<Optional<EndReason>> reasons =
                Stream.concat(Stream.of(Optional.empty()), Arrays.stream(EndReason.values()).map(Optional::of));
        return Stream.concat(Stream.of(ROTATED, REPLAYED, SUPERSEDED, REUSED, ANONYMOUS, NOT_GENUINE, UNKNOWN_GENERATION,
                OTHER_ACCOUNT, MALFORMED, STORAGE_UNAVAILABLE, BROKEN), reasons.map(RefreshResult::over)).toList();
    }

    /** Returns the result for a session that is over. The reason is missing if the session's tombstone is gone. */
    private static RefreshResult over(Optional<EndReason> reason) {
        return new RefreshResult(ENDED, reason.map(EndReason::code).orElse("forgotten"));
    }
}
