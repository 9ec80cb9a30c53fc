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

class RefreshLabelsTest {

    @ParameterizedTest
    @EnumSource(Manner.class)
    void ofWhenIssuedThenRotatedOrReplayed(Manner manner) {
        Refreshed issued = new Refreshed.Issued(manner, UUID.randomUUID(), null, null, Instant.EPOCH, Instant.EPOCH);

        assertEquals(manner == Manner.REPLAYED ? "replayed" : "rotated", RefreshLabels.of(issued).outcome());
        assertEquals(manner == Manner.WENT_BACK ? "database_went_back" : "none", RefreshLabels.of(issued).reason());
        assertTrue(RefreshLabels.all().contains(RefreshLabels.of(issued)));
    }

    @ParameterizedTest
    @EnumSource(EndReason.class)
    void ofWhenEndedThenTheReasonIsOneOfThoseCountedFromTheStart(EndReason reason) {
        RefreshLabels result = RefreshLabels.of(new Refreshed.Ended(Optional.of(reason)));

        assertEquals(new RefreshLabels("ended", reason.code()), result);
        assertTrue(RefreshLabels.all().contains(result));
    }

    @Test
    void ofWhenNothingIsKnownOfItThenItIsCountedAllTheSame() {
        assertEquals(new RefreshLabels("ended", "forgotten"), RefreshLabels.of(new Refreshed.Ended(Optional.empty())));
        assertEquals(RefreshLabels.REUSED, RefreshLabels.of(new Refreshed.Reused()));
        assertEquals(RefreshLabels.OTHER_ACCOUNT, RefreshLabels.of(new Refreshed.AnotherAccount()));
        assertTrue(RefreshLabels.all().contains(new RefreshLabels("ended", "forgotten")));
        assertEquals(RefreshLabels.all().size(), new HashSet<>(RefreshLabels.all()).size());
    }
}
