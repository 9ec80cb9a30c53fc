package dev.holdfast.custody.care;

import dev.holdfast.custody.grant.GrantStatus;
import java.util.Map;

/**
 * How grants live and die, on all nodes together, nobody named: those looked at most recently found revoked or ending by
 * time, those of them of just seven days, and the most refresh tokens that Google has issued to one account.
 */
public record GrantVitals(Map<GrantStatus, Long> byStatus, int ended, int endedAfterAWeek, int mostRefreshTokens) {

    public long of(GrantStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }
}
