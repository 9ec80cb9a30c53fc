package dev.holdfast.gateway.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "/users/me/calendarList, /users/me/calendarList, true",
        "/users/me/calendarList, /users/me/calendarlist, false",
        "/users/me/calendarList, /users/me/calendarList/x, false",
        "/calendars/*/events, /calendars/primary/events, true",
        "/calendars/*/events, /calendars/primary/acl, false",
        "/calendars/*/events, /calendars/primary/x/events, false",
        "/calendars/*/events, /calendars/events, false",
        "/calendars/**, /calendars/primary, true",
        "/calendars/**, /calendars/primary/events/e1/instances, true",
        "/calendars/**, /calendars, false",
        "/**, /anything/at/all, true",
        "/people/*, /people/me, true",
        "/people/*, /people/me:deleteContact, false",
        "/people/*, /people:batchGet, false",
        "/people:batchGet, /people:batchGet, true",
        "/people/**, /people/me:deleteContact, true"})
    void matchesWhenComparedSegmentBySegmentThenAsThePatternSays(String pattern, String path, boolean matches) {
        assertEquals(matches, PathPattern.parse(pattern).orElseThrow().matches(ApiPath.parse(path).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a", "*", "/a/", "//a", "/a//b", "/a*", "/a/*b", "/**/a", "/a/***", "/..", "/a/./b",
        "/a;b", "/a\\b", "/a@b"})
    void parseWhenItIsNoPatternThenRefused(String text) {
        assertEquals(Optional.empty(), PathPattern.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/a/*/b", "/a/**"})
    void toStringWhenParsedThenAsItWasWritten(String text) {
        assertEquals(text, PathPattern.parse(text).orElseThrow().toString());
    }
}
