package dev.holdfast.session.entity;

import java.time.Instant;

/**
 * A request for a refresh, as far as its session has to judge it.
 *
 * @param arrivedAt when the request reached this server, in the time of the database; a busy server may get to it later
 */
public record RefreshRequest(RefreshToken token, Receipt receipt, Instant arrivedAt) {}
