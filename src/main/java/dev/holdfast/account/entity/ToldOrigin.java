package dev.holdfast.account.entity;

import org.jspecify.annotations.Nullable;

/**
 * The origin of an act in the timeline: the peer's address and the browser's {@code User-Agent}. Both are null for an
 * administrator's act, whose origin only the audit trail tells.
 */
public record ToldOrigin(@Nullable String address, @Nullable String userAgent) {}
