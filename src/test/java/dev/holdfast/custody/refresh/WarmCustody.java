package dev.holdfast.custody.refresh;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.CustodyConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.google.token.AccessToken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The real {@link GoogleTokenManager} with a fresh token in memory for each of its accounts, and nothing behind it. */
public final class WarmCustody {

    private WarmCustody() {}

    public static GoogleTokenManager of(List<UUID> accounts) {
        GoogleTokenManager custody = new GoogleTokenManager();
        custody.clock = Clock.systemUTC();
        custody.config = new CustodyConfig(SettingsOf.map(Map.of()));
        custody.tally = new AcquireTally();
        custody.cache = new TokenCache();
        Instant now = custody.clock.instant();
        for (UUID account : accounts) {
            AccessToken token = new AccessToken(Secret.of("token-of-" + account), Set.of(), now,
                    now.plus(Duration.ofHours(1)));
            custody.cache.keep(account, new RefreshResult(new Acquired.Fresh(token), 1), custody.cache.changes());
        }
        return custody;
    }
}
