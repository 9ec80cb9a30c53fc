package dev.holdfast.session.control;

import java.time.Instant;
import java.util.UUID;

/** A session that has just been started; its refresh cookie goes out with the response in hand. */
public record StartedSession(UUID id, Instant endsAt) {}
