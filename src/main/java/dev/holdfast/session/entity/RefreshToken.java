package dev.holdfast.session.entity;

import java.util.UUID;

/** What a genuine refresh token says: which session, and which generation of it. */
public record RefreshToken(UUID sessionId, long generation) {}
