package dev.holdfast.custody.care;

import dev.holdfast.custody.grant.GrantStatus;
import java.util.Map;

/**
 * How grants live and die, on all nodes together and without naming a person.
 *
 * @param ended             how many grants were looked at: the latest granted that were found revoked or end at a stated
 *         time
 * @param endedAfterAWeek   how many of them lived just seven days
 * @param mostRefreshTokens the most refresh tokens that Google has issued to one account
 */
public record GrantVitals(Map<GrantStatus, Long> byStatus, int ended, int endedAfterAWeek, int mostRefreshTokens) {

    public long of(GrantStatus status) {
        return byStatus.getOrDefault(status, 0L);
    }
}
