package dev.holdfast.session.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * What a refresh has written, as far as the new tokens tell of it.
 *
 * @param idleEndsAt the earlier of idle and absolute end
 * @param email the person's address, if there is one
 * @param verifiedEmail the same, if its issuer says that it is this person's
 */
public record Renewal(Generation generation, Instant idleEndsAt, Optional<String> email, Optional<String> verifiedEmail) {}
