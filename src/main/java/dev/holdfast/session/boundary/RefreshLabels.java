package dev.holdfast.session.boundary;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.control.Refreshed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The labels by which the metrics count a refresh request; outcome and reason come from small fixed sets. */
record RefreshLabels(String outcome, String reason) {

    private static final String NONE = "none";
    private static final String ENDED = "ended";

    static final RefreshLabels ROTATED = new RefreshLabels("rotated", NONE);

    /** A genuine token beyond the row, whose commits the database has lost, was spent. */
    static final RefreshLabels WENT_BACK = new RefreshLabels("rotated", "database_went_back");

    /** The same successor was issued again. */
    static final RefreshLabels REPLAYED = new RefreshLabels("replayed", NONE);

    /** A late copy of an earlier refresh; nothing ended. */
    static final RefreshLabels SUPERSEDED = new RefreshLabels("superseded", NONE);

    static final RefreshLabels REUSED = new RefreshLabels("reused", NONE);
    static final RefreshLabels ANONYMOUS = new RefreshLabels("anonymous", NONE);
    static final RefreshLabels NOT_GENUINE = new RefreshLabels("invalid", "not_genuine");
    static final RefreshLabels OTHER_ACCOUNT = new RefreshLabels("invalid", "other_account");
    static final RefreshLabels MALFORMED = new RefreshLabels("malformed", NONE);
    static final RefreshLabels STORAGE_UNAVAILABLE = new RefreshLabels("storage_unavailable", NONE);
    static final RefreshLabels BROKEN = new RefreshLabels("broken", NONE);

    static RefreshLabels of(Refreshed refreshed) {
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

    /** Returns all possible labels, so that each counter starts at 0. */
    static List<RefreshLabels> all() {
        Stream<Optional<EndReason>> reasons =
                Stream.concat(Stream.of(Optional.empty()), Arrays.stream(EndReason.values()).map(Optional::of));
        return Stream.concat(Stream.of(ROTATED, WENT_BACK, REPLAYED, SUPERSEDED, REUSED, ANONYMOUS, NOT_GENUINE,
                OTHER_ACCOUNT, MALFORMED, STORAGE_UNAVAILABLE, BROKEN), reasons.map(RefreshLabels::over)).toList();
    }

    /** Returns the labels for a session that is over. The reason is missing if the session's tombstone is gone. */
    private static RefreshLabels over(Optional<EndReason> reason) {
        return new RefreshLabels(ENDED, reason.map(EndReason::code).orElse("forgotten"));
    }
}
