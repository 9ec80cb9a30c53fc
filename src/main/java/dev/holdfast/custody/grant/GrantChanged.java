package dev.holdfast.custody.grant;

import java.util.UUID;

/** A grant was replaced, lost or removed on this node: what is held of it in memory is no longer true. */
public record GrantChanged(UUID accountId) {}
