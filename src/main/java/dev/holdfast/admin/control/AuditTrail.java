package dev.holdfast.admin.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.account.control.Requester;
import dev.holdfast.account.entity.AccountErased;
import dev.holdfast.admin.entity.AdminAct;
import dev.holdfast.admin.entity.AuditEntry;
import dev.holdfast.storage.control.DatabaseTime;
import dev.holdfast.storage.control.OnceCommitted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Records which person did what to which account, and from where. Each act is a row, written in the act's own transaction,
 * so that the row exists if and only if the act was done. Once that transaction is committed, the act is logged too.
 */
@ApplicationScoped
public class AuditTrail {

    static final Duration REFUSALS_APART = Duration.ofHours(1);

    private static final Duration LOOKS_COUNTED_FOR = Duration.ofMinutes(1);
    private static final int MOST_LIKE_LOOKS = 30;

    /** An act with all values of its log line. */
    record Told(UUID admin, AdminAct act, @Nullable String address, @Nullable String userAgent) {}

    /** An erased person has more entries than one transaction should change. */
    record OriginsLeft(UUID admin) {}

    private record Look(UUID admin, AdminAct act) {}

    @Inject Requester requester;
    @Inject AuditStore store;
    @Inject Event<Told> acts;
    @Inject Event<OriginsLeft> left;
    @Inject @DatabaseTime Clock clock;
    @Inject OnceCommitted committed;

    private final Cache<Look, AtomicInteger> looks = Caffeine.newBuilder().maximumSize(10_000)
            .expireAfterWrite(LOOKS_COUNTED_FOR).build();

    /** Records a refusal at most once an hour for each account, across all nodes. */
    @Transactional
    void refused(UUID accountId) {
        AdminAct act = AdminAct.of(AdminAct.Kind.REFUSED);
        if (!store.has(accountId, act.kind(), clock.instant().minus(REFUSALS_APART))) {
            write(accountId, act);
            String address = requester.address();
            String userAgent = requester.userAgent();
            committed.run(() -> AdminLog.refused(accountId, address, userAgent));
        }
    }

    /**
     * Joins the act's transaction. Without one, as for most reads, the row is committed before any data is shown. A node
     * records an administrator's repeated read of the same thing at most {@value #MOST_LIKE_LOOKS} times a minute; an act
     * that changes something is always recorded.
     */
    @Transactional
    void told(UUID admin, AdminAct act) {
        AtomicInteger alike = looks.get(new Look(admin, act), first -> new AtomicInteger());
        if (act.kind().isLook() && alike.get() >= MOST_LIKE_LOOKS) {
            return;
        }
        write(admin, act);
        Told told = new Told(admin, act, requester.address(), requester.userAgent());
        committed.run(() -> {
            alike.incrementAndGet();
            acts.fire(told);
        });
    }

    void tell(@Observes Told told) {
        AdminLog.acted(told.admin(), told.act(), told.address(), told.userAgent());
    }

    /**
     * Keeps the ids of an erased person, which then name no account, and clears the address and browser of the person's own
     * acts: one page in the erasing transaction, the rest in pages after it ({@link ErasedOrigins}).
     */
    void accountErased(@Observes AccountErased erased) {
        UUID gone = erased.accountId();
        if (store.forgetOriginsOf(gone, ErasedOrigins.PAGE) == ErasedOrigins.PAGE) {
            committed.run(() -> left.fire(new OriginsLeft(gone)));
        }
    }

    private void write(UUID admin, AdminAct act) {
        store.add(new AuditEntry(UUID.randomUUID(), clock.instant(), admin, act, requester.address(), requester.userAgent()));
    }
}
