package dev.holdfast.session.entity;

import dev.holdfast.account.entity.EndReason;
import java.time.Instant;
import java.util.UUID;

/** A session that is over, and why. */
public record EndedSession(UUID id, EndReason reason, Instant at) {}
