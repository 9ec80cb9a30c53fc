package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTest {

    @ParameterizedTest
    @CsvSource({"/api, API", "/api/, API", "/api/account, API", "/apis, PAGES", "/auth, AUTH", "/auth/login, AUTH",
        "/authors, PAGES", "/.well-known/jwks.json, WELL_KNOWN", "/, PAGES", "/files, PAGES", "'', PAGES"})
    void ofWhenPathThenItsArea(String path, Area area) {
        assertEquals(area, Area.of(path));
    }
}
