package dev.holdfast.session.entity;

import java.util.Optional;
import java.util.UUID;

/**
 * What a genuine refresh token says.
 *
 * @param accountId the account it was issued for; empty in a token issued before tokens named one
 */
public record RefreshToken(UUID sessionId, long generation, Optional<UUID> accountId) {}
