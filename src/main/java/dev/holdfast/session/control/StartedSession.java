package dev.holdfast.session.control;

import dev.holdfast.crypto.entity.Secret;
import java.time.Instant;
import java.util.UUID;

/** A session that has just been started. After the commit, {@link BrowserSession#keep} hands out its token. */
public record StartedSession(UUID id, Secret refreshToken, Instant endsAt) {}
