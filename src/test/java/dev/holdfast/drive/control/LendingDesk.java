package dev.holdfast.drive.control;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.google.token.AccessToken;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Custody for tests: returns the outcomes that the test has set, one for the first request and one for the retry after a
 * rejection.
 */
public final class LendingDesk extends GoogleTokenManager {

    public static final String READONLY = "https://www.googleapis.com/auth/drive.readonly";

    private final Acquired first;
    private final Acquired second;
    int acquired;
    public int forced;
    /** The work that comes first when a new token is asked for. */
    public Runnable beforeForced = () -> { };
    int reread;
    Acquired inTheRow;

    public LendingDesk(Acquired first, Acquired second) {
        this.first = first;
        this.second = second;
        this.inTheRow = first;
    }

    public static LendingDesk lending(String... scopes) {
        return new LendingDesk(fresh("token-1", scopes), fresh("token-2", scopes));
    }

    public static Acquired fresh(String token, String... scopes) {
        return new Acquired.Fresh(new AccessToken(Secret.of(token), Set.of(scopes), Instant.EPOCH, Instant.MAX));
    }

    @Override
    public Acquired acquire(UUID accountId) {
        acquired++;
        return first;
    }

    @Override
    public Acquired acquireBeyond(UUID accountId, AccessToken known) {
        reread++;
        return inTheRow;
    }

    @Override
    public Acquired acquireInsteadOf(UUID accountId, AccessToken rejected) {
        forced++;
        beforeForced.run();
        return second;
    }
}
