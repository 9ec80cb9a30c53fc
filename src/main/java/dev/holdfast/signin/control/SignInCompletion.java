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
import dev.holdfast.signin.entity.SignInTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The last step of a sign-in, in one transaction: everything is stored, or nothing is. */
@ApplicationScoped
public class SignInCompletion {

    @Inject Accounts accounts;
    @Inject Grants grants;
    @Inject Sessions sessions;
    @Inject Timeline timeline;
    @Inject GoogleConfig google;

    @Transactional
    public StartedSession complete(AccountProfile profile, GrantedTokens tokens, SignInTransaction transaction,
            SessionOrigin origin) {
        Account account = accounts.recognise(profile);
        if (account.isDisabled()) {
            throw new DisabledMeanwhile();
        }
        boolean stored = grants.store(account.id(), tokens.orScopes(transaction.scopes(google.scopes())));
        if (!stored) {
            throw new GrantNotLasting();
        }
        if (grants.mayBeTakenBack(account.id(), tokens)) {
            throw new RevocationUnderWay();
        }
        transaction.previousSessions().forEach(session -> sessions.end(session, EndReason.SIGNED_OUT));
        StartedSession started = sessions.start(account.id(), origin);
        timeline.record(Activity.of(account.id(), ActivityType.SIGNED_IN).inSession(started.id())
                .from(origin.address(), origin.userAgent()));
        return started;
    }
}
