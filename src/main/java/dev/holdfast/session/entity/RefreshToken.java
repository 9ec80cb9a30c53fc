package dev.holdfast.session.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The content of a genuine refresh token.
 *
 * @param accountId the account it was issued for; empty in a token from a version that did not name the account yet
 * @param since when its generation was created, to the second
 */
public record RefreshToken(UUID sessionId, long generation, Optional<UUID> accountId, Instant since) {}
