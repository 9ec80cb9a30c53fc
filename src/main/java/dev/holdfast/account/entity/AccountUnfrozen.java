package dev.holdfast.account.entity;

import java.util.UUID;

/** A frozen account can be used again. Fired inside the transaction that ends the freezing. */
public record AccountUnfrozen(UUID accountId) {}
