package dev.holdfast.account.entity;

import java.util.UUID;

/** The person asked to be forgotten. Fired inside the erasing transaction, before the account's row goes. */
public record AccountErased(UUID accountId) {

    /** Priorities of its observers: rows are locked in the order in which a lost grant locks them. */
    public static final int GRANT_FIRST = 100;

    public static final int SESSIONS_NEXT = 200;
}
