package dev.holdfast.account.entity;

import java.util.UUID;

/** The person asked to be forgotten. Fired inside the erasing transaction, before the account's row is deleted. */
public record AccountErased(UUID accountId) {

    /** Priorities of the observers: they lock rows in the same order as the loss of a grant, which prevents deadlocks. */
    public static final int GRANT_FIRST = 100;

    public static final int SESSIONS_NEXT = 200;
}
