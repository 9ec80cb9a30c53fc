package dev.holdfast.custody.care;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.custody.grant.Grants;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.custody.refresh.GoogleTokenManager;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Asks Google how a grant stands now, by one forced refresh. */
@ApplicationScoped
public class GrantCheck {

    private static final Acquired DISCONNECTED = new Acquired.Lost(EndReason.DISCONNECTED);

    private GoogleTokenManager tokens;
    private Grants grants;

    protected GrantCheck() {}

    @Inject
    public GrantCheck(GoogleTokenManager tokens, Grants grants) {
        this.tokens = tokens;
        this.grants = grants;
    }

    /**
     * Asks Google at most once in ten seconds for an account, on all nodes together; other callers get the answer of that
     * call. Callers at the same time share one call. A refusal that is final ends the account's sessions, as for every
     * refresh. A transient failure is {@link CheckedGrant.Known} with status {@code degraded} while the stored access
     * token is still valid, else {@link CheckedGrant.Refused}. Waits up to twenty seconds: never inside a transaction.
     */
    public CheckedGrant check(UUID accountId) {
        if (grants.find(accountId).isEmpty()) {
            return new CheckedGrant.None();
        }
        Acquired acquired = tokens.check(accountId);
        return acquired instanceof Acquired.Fresh ? stored(accountId)
                : acquired.equals(DISCONNECTED) ? new CheckedGrant.None() : new CheckedGrant.Refused(acquired);
    }

    private CheckedGrant stored(UUID accountId) {
        return grants.find(accountId)
                .<CheckedGrant>map(grant -> new CheckedGrant.Known(grant, grant.lastAskedAt().orElseGet(grant::grantedAt)))
                .orElseGet(CheckedGrant.None::new);
    }
}
