package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFileTest {

    @ParameterizedTest
    @ValueSource(strings = {"/main-JB3TTA6J.js", "/chunk-7cKpxmgc.js", "/chunk-Sb_mklHY.js", "/chunk-x-eDtGYy.js",
        "/styles-H54BW44R.css", "/media/roboto-ABCDEFGH.woff2"})
    void cacheControlWhenNameCarriesAHashThenImmutable(String path) {
        assertEquals(StaticFile.IMMUTABLE, StaticFile.cacheControl(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/favicon.svg", "/robots.txt", "/my-document.js", "/main.js", "/main-ABC.js",
        "/a-ABCDEFGH/favicon.svg"})
    void cacheControlWhenNameMayStayThenRevalidated(String path) {
        assertEquals(StaticFile.REVALIDATED, StaticFile.cacheControl(path));
    }

    @ParameterizedTest
    @CsvSource({"/, false", "/files, false", "/files/1, false", "/v1.2/files, false", "/a.js, true", "/files/x.y, true"})
    void isNamedByWhenLastSegmentHasAnEndingThenFile(String path, boolean file) {
        assertEquals(file, StaticFile.isNamedBy(path));
    }
}
