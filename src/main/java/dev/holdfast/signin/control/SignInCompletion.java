package dev.holdfast.signin.control;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.control.Timeline;
import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.AccountProfile;
import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.ActivityType;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.custody.grant.Grants;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.token.GrantedTokens;
import dev.holdfast.session.control.Sessions;
import dev.holdfast.session.control.StartedSession;
import dev.holdfast.session.entity.SessionOrigin;
import dev.holdfast.signin.entity.LoginReason;
import dev.holdfast.signin.entity.SignInTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The last step of a trip to Google, in one transaction: everything is stored, or nothing is. */
@ApplicationScoped
public class SignInCompletion {

    @Inject Accounts accounts;
    @Inject Grants grants;
    @Inject Sessions sessions;
    @Inject Timeline timeline;
    @Inject GoogleConfig google;

    /** Stores the grant, ends the sessions that the browser had before, and starts a new one. */
    @Transactional
    public StartedSession complete(AccountProfile profile, GrantedTokens tokens, SignInTransaction transaction,
            SessionOrigin origin) {
        Account account = store(profile, tokens, transaction);
        transaction.previousSessions().forEach(session -> sessions.end(session, EndReason.SIGNED_OUT));
        StartedSession started = sessions.start(account.id(), origin);
        timeline.record(Activity.of(account.id(), ActivityType.SIGNED_IN).inSession(started.id())
                .from(origin.address(), origin.userAgent()));
        return started;
    }

    /** Stores the grant of a person whose session goes on; nothing if the account has been erased by now. */
    @Transactional
    public void consent(UUID accountId, AccountProfile profile, GrantedTokens tokens, SignInTransaction transaction) {
        if (!store(profile, tokens, transaction).id().equals(accountId)) {
            throw new ErasedDuringSignIn();
        }
    }

    /** Returns why no sign-in to the account is accepted, if so. An administrator's disabling is told before Google's. */
    static Optional<LoginReason> closed(Account account) {
        if (account.isDisabled()) {
            return Optional.of(LoginReason.ACCOUNT_DISABLED);
        }
        return account.isFrozen() ? Optional.of(LoginReason.GOOGLE_ACCOUNT_AT_RISK) : Optional.empty();
    }

    private Account store(AccountProfile profile, GrantedTokens tokens, SignInTransaction transaction) {
        Account account = accounts.recognise(profile);
        closed(account).ifPresent(reason -> {
            throw new DisabledDuringSignIn(reason);
        });
        boolean stored = grants.store(account.id(), tokens.orScopes(transaction.scopes(google.scopes())));
        if (!stored) {
            throw new GrantNotLasting();
        }
        if (grants.mayBeTakenBack(account.id(), tokens)) {
            throw new RevocationUnderWay();
        }
        return account;
    }
}
