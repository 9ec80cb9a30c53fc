package dev.holdfast.account.entity;

import java.util.UUID;

/**
 * Google disabled the person's Google account: the account cannot be used until Google or an administrator gives the
 * all-clear. Fired inside the transaction that freezes it.
 */
public record AccountFrozen(UUID accountId) {}
