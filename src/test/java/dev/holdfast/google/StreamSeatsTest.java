package dev.holdfast.google;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StreamSeatsTest {

    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BRUNO = new UUID(0, 2);
    private static final UUID CARMEN = new UUID(0, 3);

    private final StreamSeats seats = new StreamSeats(3, 2);

    @Test
    void takeWhenOnePersonHasItsShareThenOthersStillHaveRoom() {
        assertTrue(seats.take(ADA));
        assertTrue(seats.take(ADA));
        assertFalse(seats.take(ADA));
        assertTrue(seats.take(BRUNO));
    }

    @Test
    void takeWhenAllAreTakenThenThereIsNoRoomUntilOneIsLeft() {
        seats.take(ADA);
        seats.take(ADA);
        seats.take(BRUNO);
        assertFalse(seats.take(CARMEN));

        seats.leave(ADA);

        assertTrue(seats.take(CARMEN));
        assertFalse(seats.take(ADA));
    }

    @Test
    void seatedWhenTheStreamIsOpenThenItsPermitIsKeptUntilItIsLeft() {
        seats.take(ADA);
        assertEquals(Optional.of("open"), seats.seated(ADA, () -> "open", "open"::equals));

        assertEquals(Optional.empty(), seats.seated(ADA, () -> fail("no permit"), "open"::equals));
        seats.leave(ADA);

        assertTrue(seats.take(ADA));
    }

    @Test
    void seatedWhenNoStreamOpensThenItsPermitIsFreeAgain() {
        seats.take(ADA);
        assertEquals(Optional.of("refused"), seats.seated(ADA, () -> "refused", "open"::equals));
        assertThrows(IllegalStateException.class, () -> seats.seated(ADA, () -> {
            throw new IllegalStateException();
        }, "open"::equals));

        assertTrue(seats.take(ADA));
    }
}
