package dev.holdfast.google.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Few refreshes are tried while they fail, and many as soon as one has succeeded. */
class TrialPlacesTest {

    private final TrialPlaces places = new TrialPlaces();

    @Test
    void takeWhenNothingIsKnownThenSixteen() {
        assertEquals(16, free());
    }

    @Test
    void takeWhenOneHasSucceededThenAsManyAsOfTheOthers() {
        places.take();
        places.succeeded();
        places.leave();

        assertEquals(48, free());
    }

    @Test
    void takeWhenOneFailsAgainThenFewAndNotInItsPlaceForASecond() {
        places.succeeded();
        places.take();
        places.leaveLater();

        assertEquals(15, free());
    }

    private long free() {
        return Stream.generate(places::take).limit(100).filter(taken -> taken).count();
    }
}
