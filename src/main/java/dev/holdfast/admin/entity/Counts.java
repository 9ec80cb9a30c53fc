package dev.holdfast.admin.entity;

import dev.holdfast.custody.grant.GrantStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** How many accounts, live sessions and grants there are on all nodes; empty while the database could not be asked lately. */
public record Counts(Instant countedAt, long accounts, long disabled, OptionalLong liveSessions,
        Optional<Map<GrantStatus, Long>> grants) {}
