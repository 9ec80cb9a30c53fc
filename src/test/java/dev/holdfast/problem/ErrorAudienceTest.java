package dev.holdfast.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorAudienceTest {

    @ParameterizedTest
    @CsvSource({"/api, PROGRAM", "/api/x, PROGRAM", "/auth/login, PROGRAM", "/.well-known/jwks.json, PROGRAM",
        "/, PERSON", "/apis, PERSON", "/nope.js, PERSON", ", PERSON"})
    void ofWhenPathThenItsReaders(String path, ErrorAudience audience) {
        assertEquals(audience, ErrorAudience.of(path));
    }
}
