package dev.holdfast.custody.grant;

import java.util.UUID;

/** A grant was replaced, lost or removed on this node: its tokens in memory are out of date. */
public record GrantChanged(UUID accountId) {}
