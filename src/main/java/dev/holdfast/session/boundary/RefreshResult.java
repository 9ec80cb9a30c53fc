package dev.holdfast.session.boundary;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.control.Refreshed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The result of a refresh request, as the metrics count it; outcome and reason come from small fixed sets. */
record RefreshResult(String outcome, String reason) {

    private static final String NONE = "none";
    private static final String ENDED = "ended";

    static final RefreshResult ROTATED = new RefreshResult("rotated", NONE);

    /** A genuine token beyond the row, whose commits the database has lost, was spent. */
    static final RefreshResult WENT_BACK = new RefreshResult("rotated", "database_went_back");

    /** The same successor was issued again. */
    static final RefreshResult REPLAYED = new RefreshResult("replayed", NONE);

    /** A late copy of an earlier refresh; nothing ended. */
    static final RefreshResult SUPERSEDED = new RefreshResult("superseded", NONE);

    static final RefreshResult REUSED = new RefreshResult("reused", NONE);
    static final RefreshResult ANONYMOUS = new RefreshResult("anonymous", NONE);
    static final RefreshResult NOT_GENUINE = new RefreshResult("invalid", "not_genuine");
    static final RefreshResult OTHER_ACCOUNT = new RefreshResult("invalid", "other_account");
    static final RefreshResult MALFORMED = new RefreshResult("malformed", NONE);
    static final RefreshResult STORAGE_UNAVAILABLE = new RefreshResult("storage_unavailable", NONE);
    static final RefreshResult BROKEN = new RefreshResult("broken", NONE);

    static RefreshResult of(Refreshed refreshed) {
        if (refreshed instanceof Refreshed.Issued issued) {
            return switch (issued.manner()) {
                case ROTATED -> ROTATED;
                case REPLAYED -> REPLAYED;
                case WENT_BACK -> WENT_BACK;
            };
        }
        if (refreshed instanceof Refreshed.Ended ended) {
            return over(ended.reason());
        }
        if (refreshed instanceof Refreshed.Superseded) {
            return SUPERSEDED;
        }
        return refreshed instanceof Refreshed.Reused ? REUSED : OTHER_ACCOUNT;
    }

    /** Returns every possible result, so that each counter starts at 0. */
    static List<RefreshResult> all() {
        Stream<Optional<EndReason>> reasons =
                Stream.concat(Stream.of(Optional.empty()), Arrays.stream(EndReason.values()).map(Optional::of));
        return Stream.concat(Stream.of(ROTATED, WENT_BACK, REPLAYED, SUPERSEDED, REUSED, ANONYMOUS, NOT_GENUINE,
                OTHER_ACCOUNT, MALFORMED, STORAGE_UNAVAILABLE, BROKEN), reasons.map(RefreshResult::over)).toList();
    }

    /** Returns the result for a session that is over. The reason is missing if the session's tombstone is gone. */
    private static RefreshResult over(Optional<EndReason> reason) {
        return new RefreshResult(ENDED, reason.map(EndReason::code).orElse("forgotten"));
    }
}
