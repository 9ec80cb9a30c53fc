package dev.holdfast.gateway.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L01: no path leaves the place that its segments give it. */
class ApiPathTest {

    @ParameterizedTest
    @CsvSource({
        "/users/me/calendarList, /users/me/calendarList",
        "/calendars/primary/events/abc_123-x~.y, /calendars/primary/events/abc_123-x~.y",
        "/v1/people:searchContacts, /v1/people:searchContacts",
        "/v1/people%3AsearchContacts, /v1/people:searchContacts",
        "/a%20b/%C3%A9, /a%20b/%C3%A9",
        "/a%3Fb%23c, /a%3Fb%23c",
        "/a+b&c, /a%2Bb%26c",
        "/100%25, /100%25",
        "/..., /...",
        "/%7Euser, /~user"})
    void parseWhenAllSegmentsKeepTheirPlaceThenTheSamePathEncodedOneWay(String sent, String rebuilt) {
        assertEquals(Optional.of(rebuilt), ApiPath.parse(sent).map(ApiPath::encoded));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//", "/a//b", "/a/", "a/b", "/.", "/..", "/a/../b", "/a/./b", "/%2e%2e/b", "/%2E/b",
        "/.%2e/b", "/a%2fb", "/a%2Fb", "/a%5cb", "/a\\b", "/%252e%252e/b", "/a%252fb", "/a%255cb", "/a%25252fb", "/a;b",
        "/a%3Bb=c", "/a;jsessionid=x/b", "/@evil.example/a", "/a@evil.example", "/a%40b", "/https:%2F%2Fevil.example",
        "/a%00", "/a%0d%0aHost:%20evil.example", "/a%09", "/a%7f", "/a%C2%80", "/%", "/%2", "/%zz", "/%c0%ae", "/%ff", "/a b",
        "/a\nb", "/é", "/a%ED%A0%80"})
    void parseWhenASegmentCouldLeaveItsPlaceThenRefused(String sent) {
        assertEquals(Optional.empty(), ApiPath.parse(sent));
    }

    @Test
    void parseWhenThereAreTooManySegmentsThenRefused() {
        assertEquals(50, ApiPath.parse(path(50)).orElseThrow().segments().size());
        assertEquals(Optional.empty(), ApiPath.parse(path(51)));
    }

    private static String path(int segments) {
        return IntStream.range(0, segments).mapToObj(at -> "/a").collect(Collectors.joining());
    }
}
