package dev.holdfast.custody.control;

import java.util.UUID;

/** A grant was replaced, lost or removed on this node: what is held of it in memory is no longer true. */
record GrantChanged(UUID accountId) {}
