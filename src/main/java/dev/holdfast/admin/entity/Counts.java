package dev.holdfast.admin.entity;

import dev.holdfast.custody.grant.GrantStatus;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of accounts, live sessions and grants on all nodes. Live sessions and grants are empty before the first count
 * and while the database does not answer.
 *
 * @param countedAt the time of the oldest of these counts
 */
public record Counts(Instant countedAt, long accounts, long disabled, long frozen, Optional<Long> liveSessions,
        Optional<Map<GrantStatus, Long>> grants) {}
