package dev.holdfast.session.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.session.control.Refreshed;
import dev.holdfast.session.control.Refreshed.Manner;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefreshResultTest {

    @ParameterizedTest
    @EnumSource(Manner.class)
    void ofWhenIssuedThenRotatedOrReplayed(Manner manner) {
        Refreshed issued = new Refreshed.Issued(manner, UUID.randomUUID(), null, null, Instant.EPOCH, Instant.EPOCH);

        assertEquals(manner == Manner.REPLAYED ? "replayed" : "rotated", RefreshResult.of(issued).outcome());
        assertEquals(manner == Manner.WENT_BACK ? "database_went_back" : "none", RefreshResult.of(issued).reason());
        assertTrue(RefreshResult.all().contains(RefreshResult.of(issued)));
    }

    @ParameterizedTest
    @EnumSource(EndReason.class)
    void ofWhenEndedThenTheReasonIsOneOfThoseCountedFromTheStart(EndReason reason) {
        RefreshResult result = RefreshResult.of(new Refreshed.Ended(Optional.of(reason)));

        assertEquals(new RefreshResult("ended", reason.code()), result);
        assertTrue(RefreshResult.all().contains(result));
    }

    @Test
    void ofWhenNothingIsKnownOfItThenItIsCountedAllTheSame() {
        assertEquals(new RefreshResult("ended", "forgotten"), RefreshResult.of(new Refreshed.Ended(Optional.empty())));
        assertEquals(RefreshResult.REUSED, RefreshResult.of(new Refreshed.Reused()));
        assertEquals(RefreshResult.OTHER_ACCOUNT, RefreshResult.of(new Refreshed.AnotherAccount()));
        assertTrue(RefreshResult.all().contains(new RefreshResult("ended", "forgotten")));
        assertEquals(RefreshResult.all().size(), new HashSet<>(RefreshResult.all()).size());
    }
}
