package dev.holdfast.session.entity;

import java.time.Instant;
import java.util.UUID;

/** An ending of many sessions that is in force and that their rows may not say yet, as a node keeps it in memory. */
public record MarkedAccount(UUID accountId, UUID endingId, Instant begunUntil) {}
