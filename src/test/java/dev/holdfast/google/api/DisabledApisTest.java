package dev.holdfast.google.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.google.api.DisabledApis.Disabled;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DisabledApisTest {

    private static final ApiName PEOPLE = ApiName.ofService("people.googleapis.com").orElseThrow();

    private long now;
    private final DisabledApis apis = new DisabledApis(() -> now);

    @Test
    void knownWhenAnApiRefusedThenWithItsAgeUntilItWorks() {
        apis.refused(ApiName.DRIVE, Optional.empty());
        now += Duration.ofMinutes(3).toNanos();
        apis.refused(PEOPLE, Optional.empty());
        assertEquals(List.of(new Disabled(PEOPLE, Duration.ZERO), new Disabled(ApiName.DRIVE, Duration.ofMinutes(3))),
                apis.known(), "the latest first");

        apis.worked(PEOPLE);

        assertEquals(List.of(new Disabled(ApiName.DRIVE, Duration.ofMinutes(3))), apis.known());
    }

    @Test
    void knownWhenGoogleNamesTheApiThenByThatNameAndForgottenByTheRequestsName() {
        ApiName called = ApiName.of(URI.create("https://www.googleapis.com/youtube/v3"));
        apis.refused(called, Optional.of(PEOPLE));
        assertEquals(List.of(new Disabled(PEOPLE, Duration.ZERO)), apis.known());

        apis.worked(called);

        assertEquals(List.of(), apis.known());
    }

    @Test
    void refusedWhenThereAreManyThenTheyAreBounded() {
        for (int api = 0; api < 1000; api++) {
            apis.refused(ApiName.of(URI.create("https://www.googleapis.com/a" + api)), Optional.empty());
        }
        assertEquals(DisabledApis.MOST, apis.known().size());
    }
}
