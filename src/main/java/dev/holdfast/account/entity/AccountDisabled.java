package dev.holdfast.account.entity;

import java.util.UUID;

/** Nobody may use this account until it is enabled again. Fired inside the disabling transaction. */
public record AccountDisabled(UUID accountId) {}
