package dev.holdfast.signin.control;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.entity.Account;
import dev.holdfast.session.control.SessionReads;
import dev.holdfast.signin.entity.SignInTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the person who is signed in in a browser, by the sessions whose genuine tokens it has sent. */
@ApplicationScoped
public class SignedInPerson {

    @Inject SessionReads sessions;
    @Inject Accounts accounts;

    /** Returns the person of the live session that began last. Reads the database only if there is a token. */
    Optional<Account> of(Set<UUID> sessionIds) {
        return sessionIds.isEmpty() ? Optional.empty() : sessions.latestLiveAccountOf(sessionIds).flatMap(accounts::find);
    }

    /** Whether the trip asked for scopes in a session of this account that is still live. */
    boolean isStill(UUID accountId, SignInTransaction transaction) {
        return transaction.belongsTo().isPresent()
                && of(transaction.previousSessions()).filter(person -> person.id().equals(accountId)).isPresent();
    }
}
