package dev.holdfast.session.control;

import dev.holdfast.account.control.Accounts;
import dev.holdfast.account.entity.Account;
import dev.holdfast.account.entity.Activity;
import dev.holdfast.account.entity.ActivityType;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.control.Refreshed.Manner;
import dev.holdfast.session.entity.Generation;
import dev.holdfast.session.entity.RefreshRequest;
import dev.holdfast.session.entity.RefreshToken;
import dev.holdfast.session.entity.Renewal;
import dev.holdfast.session.entity.RotationDecision;
import dev.holdfast.session.entity.Session;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Handles a refresh that is not the common case, in one transaction. The row is read, judged by {@link Session#present}
 * and changed by one conditional update. After a lost update the row is read and judged again.
 */
@ApplicationScoped
class JudgedRefresh {

    /** The most attempts: after a lost update the row is read again. A second loss takes a second change in between. */
    private static final int MOST_RACES = 8;

    /** Activity this soon after other activity does not move the idle end. */
    private static final Duration ACTIVE_ANYWAY = Duration.ofSeconds(1);

    @Inject SessionStore store;
    @Inject Sessions sessions;
    @Inject TokenPairs pairs;
    @Inject Accounts accounts;
    @Inject DatabaseWentBack wentBack;
    @Inject SessionConfig config;
    @Inject @DatabaseTime Clock clock;

    @Transactional
    Refreshed refresh(RefreshRequest request) {
        UUID id = request.token().sessionId();
        for (int race = 0; race < MOST_RACES; race++) {
            Optional<Session> session = race == 0 ? store.readWithAccount(id) : store.read(id);
            if (session.isEmpty()) {
                return new Refreshed.Ended(Optional.empty());
            }
            Optional<Refreshed> settled = settle(session.get(), request);
            if (settled.isPresent()) {
                return settled.get();
            }
        }
        throw new IllegalStateException("session " + id + " changes faster than it can be read");
    }

    private Optional<Refreshed> settle(Session session, RefreshRequest request) {
        Instant now = clock.instant();
        RotationDecision decision = session.present(request, now, config.reuseGrace());
        if (isDisabled(session, decision)) {
            return Optional.of(disabled(session));
        } else if (decision instanceof RotationDecision.Rotate) {
            return rotate(Manner.ROTATED, session, request, now);
        } else if (decision instanceof RotationDecision.Ahead) {
            return goOn(session, request, now);
        } else if (decision instanceof RotationDecision.Repeat) {
            return repeat(session, now);
        } else if (decision instanceof RotationDecision.Over over) {
            return over(session, over, now);
        }
        return Optional.of(refuse(session, request.token(), decision));
    }

    private Refreshed refuse(Session session, RefreshToken token, RotationDecision decision) {
        if (decision instanceof RotationDecision.Superseded) {
            return new Refreshed.Superseded();
        } else if (decision instanceof RotationDecision.Reuse) {
            return reuse(session, token.generation());
        }
        SessionLog.anotherAccount(session.id());
        return new Refreshed.AnotherAccount();
    }

    /** Continues from the token instead of the row, which has lost commits, and reports that. */
    private Optional<Refreshed> goOn(Session session, RefreshRequest request, Instant now) {
        Optional<Refreshed> issued = rotate(Manner.WENT_BACK, session, request, now);
        issued.ifPresent(rotated -> wentBack.seen(session, request.token().generation()));
        return issued;
    }

    private Optional<Refreshed> rotate(Manner manner, Session session, RefreshRequest request, Instant now) {
        long spent = request.token().generation();
        Instant rotatedAt = now.truncatedTo(ChronoUnit.MICROS);
        Instant idleEndsAt = session.idleEndAfter(now, config.idleTimeout());
        return store.rotate(session, spent, request.receipt(), rotatedAt, idleEndsAt)
                ? Optional.of(issued(manner, session, session.generationAfter(spent, rotatedAt), idleEndsAt, now))
                : Optional.empty();
    }

    /**
     * Issues the current generation again. A repeat within {@code ACTIVE_ANYWAY}, as from several tabs, writes nothing
     * and so waits for no lock.
     */
    private Optional<Refreshed> repeat(Session session, Instant now) {
        if (now.isBefore(session.refreshedAt().plus(ACTIVE_ANYWAY))) {
            return Optional.of(issued(Manner.REPLAYED, session, session.currentGeneration(), session.idleEndsAt(),
                    now));
        }
        Instant idleEndsAt = session.idleEndAfter(now, config.idleTimeout());
        return store.touch(session, now, idleEndsAt)
                ? Optional.of(issued(Manner.REPLAYED, session, session.currentGeneration(), idleEndsAt, now))
                : Optional.empty();
    }

    private Refreshed issued(Manner manner, Session session, Generation generation, Instant idleEndsAt, Instant now) {
        Account account = session.accountId().flatMap(accounts::find).orElseThrow();
        return pairs.issue(manner, new Renewal(generation, idleEndsAt, account.email(), account.verifiedEmail()), now);
    }

    /** Whether the token is good but its account is disabled. Faults of the token take precedence. */
    private boolean isDisabled(Session session, RotationDecision decision) {
        boolean goesOn = decision instanceof RotationDecision.Rotate || decision instanceof RotationDecision.Repeat
                || decision instanceof RotationDecision.Ahead;
        return goesOn && session.accountId().flatMap(accounts::find).filter(Account::isDisabled).isPresent();
    }

    private Refreshed disabled(Session session) {
        SessionLog.disabled(session.id());
        sessions.end(session.id(), EndReason.ACCOUNT_DISABLED);
        return new Refreshed.Ended(Optional.of(EndReason.ACCOUNT_DISABLED));
    }

    /** Returns the end of the session. Empty if the row has changed since it was read: it is then read again. */
    private Optional<Refreshed> over(Session session, RotationDecision.Over over, Instant now) {
        return over.unrecorded() && !sessions.endOverdue(session, now)
                ? Optional.empty() : Optional.of(new Refreshed.Ended(Optional.of(over.reason())));
    }

    private Refreshed reuse(Session session, long presented) {
        SessionLog.reuse(session.id(), presented, session.generation());
        sessions.endReused(session, Activity.of(session.accountId().orElseThrow(), ActivityType.TOKEN_REUSE_DETECTED)
                .inSession(session.id()).from(session.address(), session.userAgent()));
        return new Refreshed.Reused();
    }
}
