package dev.holdfast.session.entity;

import java.time.Instant;
import java.util.UUID;

/**
 * One generation of a session's refresh token, with everything that the token says.
 *
 * @param since when the generation was created
 * @param endsAt the absolute end of the session
 */
public record Generation(UUID sessionId, UUID accountId, long number, Instant since, Instant endsAt) {}
