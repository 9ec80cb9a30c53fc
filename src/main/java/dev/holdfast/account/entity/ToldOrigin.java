package dev.holdfast.account.entity;

/**
 * Where an act came from, as the timeline tells it: the peer's address and what its browser calls itself. Both are null for
 * an administrator's act, whose origin only the audit trail tells.
 */
public record ToldOrigin(String address, String userAgent) {}
