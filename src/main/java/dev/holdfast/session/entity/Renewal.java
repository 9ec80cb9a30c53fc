package dev.holdfast.session.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * The part of a written refresh that its new tokens contain.
 *
 * @param idleEndsAt the earlier of idle and absolute end
 * @param email the person's email address, if there is one
 * @param verifiedEmail the same address, if its issuer says that it belongs to this person
 */
public record Renewal(Generation generation, Instant idleEndsAt, Optional<String> email, Optional<String> verifiedEmail) {}
