package dev.holdfast.session.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.session.entity.RefreshToken;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BrowserSessionTest {

    private final RefreshToken own = new RefreshToken(UUID.randomUUID(), 3, Optional.empty(), Instant.EPOCH);
    private final RefreshToken arrived = new RefreshToken(UUID.randomUUID(), 0, Optional.empty(), Instant.EPOCH);
    private final BrowserSession browser = new BrowserSession();

    @Test
    void presentedWhenThereIsOneCookieThenItsSession() {
        browser.present(List.of(Optional.of(own)), List.of());

        assertEquals(Optional.of(own), browser.presented());
        assertEquals(Optional.empty(), browser.former());
        assertEquals(Set.of(own.sessionId()), browser.presentedSessionIds());
    }

    @Test
    void presentedWhenAnArrivalWaitsThenItComesFirstAndTheOtherIsFormer() {
        browser.present(List.of(Optional.of(own)), List.of(Optional.of(arrived)));

        assertEquals(Optional.of(arrived), browser.presented());
        assertEquals(Optional.of(own), browser.former());
        assertEquals(Set.of(own.sessionId(), arrived.sessionId()), browser.presentedSessionIds());
    }

    @Test
    void formerWhenBothAreOfOneSessionThenThereIsNone() {
        browser.present(List.of(Optional.of(arrived)), List.of(Optional.of(arrived)));

        assertEquals(Optional.empty(), browser.former());
    }

    @Test
    void presentedWhenTheArrivalIsNotGenuineThenTheOtherCookieCounts() {
        browser.present(List.of(Optional.of(own)), List.of(Optional.empty()));

        assertEquals(Optional.of(own), browser.presented());
        assertEquals(Optional.empty(), browser.former());
        assertFalse(browser.isAmbiguous());
    }

    @Test
    void presentedWhenANameComesTwiceThenNothingIsAndItIsAmbiguous() {
        browser.present(List.of(Optional.of(own), Optional.empty()), List.of());

        assertEquals(Optional.empty(), browser.presented());
        assertTrue(browser.isAmbiguous());
        assertEquals(Set.of(own.sessionId()), browser.allSessionIds());
    }

    @Test
    void presentedWhenTheArrivalIsFormerThenTheOrdinaryCookieComesFirst() {
        browser.present(List.of(Optional.of(own)), List.of(Optional.of(arrived)));

        browser.arrivalIsFormer();

        assertEquals(Optional.of(own), browser.presented());
        assertEquals(Optional.of(arrived), browser.former());
        assertTrue(browser.hasArrival());
    }

    @Test
    void allSessionIdsWhenTokensComeManyTimesThenEachSessionOnceAndTwoAtTheMost() {
        browser.present(Collections.nCopies(300, Optional.of(own)), Collections.nCopies(300, Optional.of(arrived)));
        assertEquals(Set.of(own.sessionId(), arrived.sessionId()), browser.allSessionIds());
        assertEquals(Set.of(), browser.presentedSessionIds());

        browser.present(Stream.generate(() -> Optional.of(new RefreshToken(UUID.randomUUID(), 1, Optional.empty(),
                        Instant.EPOCH)))
                .limit(300).toList(), List.of());
        assertEquals(2, browser.allSessionIds().size());
    }

    @Test
    void isAnonymousWhenNeitherCookieCameThenTrue() {
        browser.present(List.of(), List.of());
        assertTrue(browser.isAnonymous());

        browser.present(List.of(), List.of(Optional.empty()));
        assertFalse(browser.isAnonymous());
    }
}
