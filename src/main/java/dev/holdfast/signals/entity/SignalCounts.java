package dev.holdfast.signals.entity;

import java.time.Instant;
import java.util.Optional;

/** The state of the inbox: signals to be worked on, the oldest of them, and the latest of all that is kept. */
public record SignalCounts(long waiting, Optional<Instant> oldestWaiting, Optional<Instant> latest) {}
