package dev.holdfast.session.control;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.account.entity.PageCursor;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.session.entity.FeedPlace;
import dev.holdfast.session.entity.Receipt;
import dev.holdfast.session.entity.RefreshRequest;
import dev.holdfast.session.entity.RefreshToken;
import dev.holdfast.session.entity.Session;
import dev.holdfast.session.entity.SessionEnding;
import dev.holdfast.storage.control.StorageConfig;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Sends every statement about sessions that a request or a job sends, by the stores themselves. */
public final class SessionStatements {

    private static final Receipt KEY = new Receipt("bench", List.of(42L));
    private static final int PAGE = 25;

    private final Instant now;
    private final UUID account;
    private final Session session;
    private final SessionStore store = new SessionStore();
    private final SessionEndingStore endings = new SessionEndingStore();
    private final Map<String, Consumer<EntityManager>> all = new LinkedHashMap<>();

    private SessionStatements(EntityManager entities, Instant now, UUID sessionId) {
        this.now = now;
        this.session = entities.find(Session.class, sessionId);
        this.account = session.accountId().orElseThrow();
        store.entityManager = entities;
        store.storage = new StorageConfig(
                SettingsOf.map(Map.of("holdfast.db.kind", "postgresql", "holdfast.db.host", "localhost")));
    }

    /**
     * Returns the statements by name. Each joins the transaction of the entity manager that it is given, except the refresh
     * in one statement: it changes the row, and therefore comes last.
     * @param entities for reads that have to come before any statement is sent
     */
    public static Map<String, Consumer<EntityManager>> all(DataSource dataSource, EntityManager entities, Instant now,
            UUID sessionId) {
        SessionStatements statements = new SessionStatements(entities, now, sessionId);
        statements.jobs();
        statements.ofOneAccount();
        statements.ofOneSession();
        statements.refreshes(dataSource);
        return statements.all;
    }

    /** Returns the statements about all sessions of the account that owns this session. */
    public static Map<String, Consumer<EntityManager>> ofAccount(EntityManager entities, Instant now, UUID sessionId) {
        SessionStatements statements = new SessionStatements(entities, now, sessionId);
        statements.ofOneAccount();
        return statements.all;
    }

    private void add(String name, Runnable statement) {
        all.put(name, entities -> {
            store.entityManager = entities;
            endings.entityManager = entities;
            statement.run();
        });
    }

    private void refreshes(DataSource dataSource) {
        CommonRotation common = new CommonRotation();
        common.storage = store.storage;
        common.dataSource = dataSource;
        common.config = new SessionConfig(SettingsOf.map(Map.of()));
        add("refresh with a key", () -> common.rotate(request(session.generation(), KEY), now));
        add("refresh without a key", () -> common.rotate(request(session.generation() + 1, Receipt.NONE), now));
    }

    private void ofOneSession() {
        add("refresh judged: reading", () -> store.readWithAccount(session.id()));
        add("refresh judged: rotating", () -> store.rotate(session, session.generation(), KEY, now, now.plusSeconds(1)));
        add("refresh judged: repeating", () -> store.touch(session, now, now.plusSeconds(1)));
        add("reading a session", () -> store.read(session.id()));
        add("sign-out", () -> store.end(session.id(), EndReason.SIGNED_OUT, now));
    }

    private void jobs() {
        add("revocation feed: first reading", () -> store.endedAfter(
                FeedPlace.after(now.minus(EndedSessions.REMEMBERED)), RevocationFeed.PAGE));
        add("revocation feed: each reading", () -> store.endedAfter(
                new FeedPlace(now.minusSeconds(6), Optional.of(session.id())), RevocationFeed.PAGE));
        add("revocation feed: marks", () -> endings.markedAfter(new UUID(0, 0), RevocationFeed.PAGE));
        add("marked endings that are due", () -> endings.due(now, 20));
        add("sweep: first page", () -> store.toSweep(Optional.empty(), now, 100));
        List<Session> page = store.toSweep(Optional.empty(), now, 100);
        add("sweep: next page", () -> store.toSweep(Optional.of(page.get(page.size() - 1)), now, 100));
        add("sweep: recording an end", () -> store.endOverdue(session, EndReason.IDLE));
        add("sweep: looking again later", () -> store.sweepLater(session.id()));
        add("removal of tombstones", () -> store.removeEndedBefore(now.minus(SessionSweepJob.TOLD_FOR), 500));
        LiveSessionStore living = new LiveSessionStore();
        living.storage = store.storage;
        add("count of living sessions", () -> {
            living.entityManager = store.entityManager;
            living.count(now);
        });
        List<UUID> accounts = store.entityManager.createQuery("select a.id from Account a order by a.createdAt desc",
                UUID.class).setMaxResults(PAGE).getResultList();
        add("list of accounts: live sessions of a page", () -> store.liveCountsOf(accounts, now));
    }

    private void ofOneAccount() {
        add("sessions of one account", () -> store.liveOf(account, now));
        add("page of sessions of one account: first", () -> store.newestLiveOf(account, now, Optional.empty(), PAGE + 1));
        add("page of sessions of one account: later", () -> store.newestLiveOf(account, now,
                Optional.of(new PageCursor(now.minus(Duration.ofDays(10)), session.id())), PAGE + 1));
        add("sign-in: counting the live ones", () -> store.countLiveOf(account, now));
        add("sign-in: the least recently used", () -> store.leastRecentlyUsed(account, session.id(), now, 1));
        add("sign-in: marks of the account", () -> endings.of(account));
        add("end of all: the latest beginning", () -> store.latestBeginningOf(account));
        add("end of all: a page of them", () -> store.endAll(store.unendedUnder(SessionEnding.ofAll(account,
                Optional.of(session.id()), EndReason.ENDED_ELSEWHERE, now, now, Optional.empty()), SessionEndings.PAGE + 1)
                .stream().map(Session::id).toList(), EndReason.ENDED_ELSEWHERE, now));
        add("erasure: a page of its sessions", () -> store.forgetAccount(account, 500));
    }

    private RefreshRequest request(long generation, Receipt receipt) {
        return new RefreshRequest(new RefreshToken(session.id(), generation, Optional.of(account), Instant.EPOCH), receipt, now);
    }
}
