package dev.holdfast.events.entity;

import java.time.Instant;
import java.util.UUID;

/** The caller that a stream belongs to, as its access token says. The stream closes when that token expires. */
public record StreamCaller(UUID accountId, UUID sessionId, Instant issuedAt, Instant expiresAt) {}
