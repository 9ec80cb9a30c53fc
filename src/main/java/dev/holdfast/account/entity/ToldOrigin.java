package dev.holdfast.account.entity;

/**
 * The origin of an act in the timeline: the peer's address and the browser's {@code User-Agent}. Both are null for an
 * administrator's act, whose origin only the audit trail tells.
 */
public record ToldOrigin(String address, String userAgent) {}
