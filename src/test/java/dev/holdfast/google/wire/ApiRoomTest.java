package dev.holdfast.google.wire;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.Capacity;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiRoomTest {

    private final ApiRoom room = new ApiRoom();

    @Test
    void enterWhenAllPlacesAreTakenThenThereIsNoneUntilOneIsLeft() {
        List<ApiRoom.Place> taken = enter(Capacity.API_CALLS);
        assertTrue(room.enter().isEmpty());

        taken.get(0).close();

        assertTrue(room.enter().isPresent());
    }

    @Test
    void becomePatientWhenAPlaceIsFreeThenOneOfThePromptIsFreeAgain() {
        List<ApiRoom.Place> taken = enter(Capacity.API_CALLS);

        assertTrue(taken.get(0).becomePatient());

        assertTrue(room.enter().isPresent());
        assertTrue(room.enter().isEmpty());
    }

    @Test
    void becomePatientWhenAllPatientPlacesAreTakenThenNotUntilOneIsLeft() {
        List<ApiRoom.Place> slow = enter(Capacity.SLOW_API_CALLS);
        slow.forEach(place -> assertTrue(place.becomePatient()));
        ApiRoom.Place next = room.enter().orElseThrow();
        assertFalse(next.becomePatient());

        slow.get(0).close();

        assertTrue(next.becomePatient());
    }

    @Test
    void closeWhenRepeatedOrLateThenOnePlaceIsLeftOnce() {
        List<ApiRoom.Place> taken = enter(Capacity.API_CALLS);
        taken.get(0).close();
        taken.get(0).close();
        assertTrue(taken.get(0).becomePatient(), "the call has ended: nothing is to be done");

        assertTrue(room.enter().isPresent());
        assertTrue(room.enter().isEmpty());
    }

    private List<ApiRoom.Place> enter(int times) {
        List<ApiRoom.Place> taken = new ArrayList<>();
        for (int place = 0; place < times; place++) {
            taken.add(room.enter().orElseThrow());
        }
        return taken;
    }
}
