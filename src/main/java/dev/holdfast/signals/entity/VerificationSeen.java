package dev.holdfast.signals.entity;

import java.time.Instant;
import java.util.Optional;

/** The latest verification event. {@code state}: the text that came back; empty if none did or it was unusable. */
public record VerificationSeen(Instant at, Optional<String> state) {}
