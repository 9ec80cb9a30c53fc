package dev.holdfast.session.entity;

import java.time.Instant;

/**
 * The parts of a refresh request that its session judges.
 *
 * @param arrivedAt when the request reached this server, in database time; a busy server may process it later
 */
public record RefreshRequest(RefreshToken token, Receipt receipt, Instant arrivedAt) {}
