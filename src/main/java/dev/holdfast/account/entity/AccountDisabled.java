package dev.holdfast.account.entity;

import java.util.UUID;

/** The account was disabled and is unusable until it is enabled again. Fired inside the disabling transaction. */
public record AccountDisabled(UUID accountId) {}
