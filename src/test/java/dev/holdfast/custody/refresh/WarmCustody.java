package dev.holdfast.custody.refresh;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.CustodyConfig;
import dev.holdfast.google.Scopes;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.telemetry.control.Tracing;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The real {@link GoogleTokenManager} with a fresh token in memory for each of its accounts, and nothing behind it. */
public final class WarmCustody {

    /** The usual length of an access token of Google. */
    private static final int TOKEN_LENGTH = 220;

    private WarmCustody() {}

    public static GoogleTokenManager of(List<UUID> accounts) {
        return of(accounts, account -> "token-of-" + account, "");
    }

    /** Returns a custody that holds a number of accounts, with tokens and scopes as long as real ones. */
    public static Object tokens(int accounts) {
        return of(Stream.generate(UUID::randomUUID).limit(accounts).toList(),
                account -> "ya29." + (account + "-").repeat(TOKEN_LENGTH / 37 + 1).substring(0, TOKEN_LENGTH),
                "openid https://www.googleapis.com/auth/userinfo.email https://www.googleapis.com/auth/userinfo.profile"
                + " https://www.googleapis.com/auth/drive.readonly");
    }

    private static GoogleTokenManager of(List<UUID> accounts, Function<UUID, String> tokenOf, String scopes) {
        GoogleTokenManager custody = new GoogleTokenManager();
        custody.clock = Clock.systemUTC();
        custody.config = new CustodyConfig(SettingsOf.map(Map.of()));
        custody.tally = new AcquireTally();
        custody.cache = new TokenCache();
        Instant now = custody.clock.instant();
        for (UUID account : accounts) {
            AccessToken token = new AccessToken(Secret.of(tokenOf.apply(account)), Scopes.parse(scopes), now,
                    now.plus(Duration.ofHours(1)));
            custody.cache.keep(account, new RefreshResult(new Acquired.Fresh(token), 1), custody.cache.changes());
        }
        return custody;
    }

    /** Returns refreshes of a number of accounts that wait for a thread, with the queue in which they wait. */
    public static Object refreshes(int accounts) {
        Queue<Object> queue = new ArrayDeque<>();
        SingleFlightRefresh refreshes = new SingleFlightRefresh();
        refreshes.clock = Clock.systemUTC();
        refreshes.cache = new TokenCache();
        refreshes.tally = new AcquireTally();
        refreshes.tracing = Tracing.OFF;
        refreshes.executor = (ManagedExecutorService) Proxy.newProxyInstance(WarmCustody.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class}, (self, method, tasks) -> {
                    queue.add(tasks[0]);
                    return null;
                });
        Stream.generate(UUID::randomUUID).limit(accounts).forEach(account -> refreshes.join(account, RefreshDemand.ANY_TOKEN));
        return List.of(refreshes, queue);
    }
}
