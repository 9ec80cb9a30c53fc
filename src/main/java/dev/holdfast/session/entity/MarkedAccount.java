package dev.holdfast.session.entity;

import java.time.Instant;
import java.util.UUID;

/** An ending of many sessions that is in force although their rows may not say so yet. Each node keeps it in memory. */
public record MarkedAccount(UUID accountId, UUID endingId, Instant begunUntil) {}
