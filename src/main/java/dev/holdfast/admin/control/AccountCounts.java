package dev.holdfast.admin.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.admin.entity.Counts;
import dev.holdfast.custody.care.GrantCounts;
import dev.holdfast.custody.care.GrantCountsJob;
import dev.holdfast.session.control.SessionCounts;
import dev.holdfast.session.control.SessionCounts.LiveCount;
import dev.holdfast.storage.control.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbers above the list of accounts. Accounts are counted when an administrator asks, at most every 30 seconds on a
 * node and by one request at a time. Grants and sessions come from the counts for the metrics.
 */
@ApplicationScoped
public class AccountCounts {

    private static final Duration SERVES_FOR = Duration.ofSeconds(30);

    /** The counts that only administrators request. */
    private record Counted(Instant at, long accounts, long disabled, long frozen) {}

    @Inject AccountListStore accounts;
    @Inject GrantCountsJob grants;
    @Inject SessionCounts sessions;
    @Inject @DatabaseTime Clock clock;

    private final Cache<AccountCounts, Counted> lately = Caffeine.newBuilder().expireAfterWrite(SERVES_FOR).build();

    public Counts latest() {
        Counted counted = lately.get(this, any -> new Counted(clock.instant(), accounts.count(),
                accounts.countDisabled(), accounts.countFrozen()));
        Optional<LiveCount> live = sessions.latest();
        Optional<GrantCounts> granted = grants.latest();
        Instant oldest = Stream.of(Optional.of(counted.at()), live.map(LiveCount::at), granted.map(GrantCounts::at))
                .flatMap(Optional::stream).min(Comparator.naturalOrder()).orElseThrow();
        return new Counts(oldest, counted.accounts(), counted.disabled(), counted.frozen(), live.map(LiveCount::sessions),
                granted.map(GrantCounts::grants));
    }
}
