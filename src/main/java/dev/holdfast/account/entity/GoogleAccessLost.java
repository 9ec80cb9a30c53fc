package dev.holdfast.account.entity;

import java.util.UUID;

/**
 * Google refused permanently, or the person disconnected: the account's sessions end with this reason. Fired inside the
 * transaction that writes the grant, so that both take effect or neither.
 */
public record GoogleAccessLost(UUID accountId, EndReason reason) {}
