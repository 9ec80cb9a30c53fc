package dev.holdfast.account.entity;

import java.util.UUID;

/** The person asked to be forgotten. Fired inside the erasing transaction, before the account's row goes. */
public record AccountErased(UUID accountId) {}
