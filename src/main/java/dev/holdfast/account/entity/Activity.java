package dev.holdfast.account.entity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event of an account before it has a time and a place in the timeline; absent parts are null. */
public record Activity(UUID accountId, ActivityType type, @Nullable String reason, @Nullable UUID sessionId,
        @Nullable String address, @Nullable String userAgent) {

    public static Activity of(UUID accountId, ActivityType type) {
        return new Activity(accountId, type, null, null, null, null);
    }

    /** Adds a reason; {@code reason} is a code of Holdfast, never a text from outside. */
    public Activity withReason(String reason) {
        return new Activity(accountId, type, reason, sessionId, address, userAgent);
    }

    public Activity inSession(UUID sessionId) {
        return new Activity(accountId, type, reason, sessionId, address, userAgent);
    }

    public Activity from(@Nullable String address, @Nullable String userAgent) {
        return new Activity(accountId, type, reason, sessionId, address, userAgent);
    }
}
