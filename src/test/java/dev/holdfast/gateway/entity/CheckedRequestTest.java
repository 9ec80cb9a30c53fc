package dev.holdfast.gateway.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** L01: what reaches Google, and where. */
class CheckedRequestTest {

    private static final RequestHeaders NONE = new RequestHeaders(Map.of(), Optional.empty());
    private static final GatewayApi CALENDAR = api("https://www.googleapis.com/calendar/v3/",
            "GET|HEAD /users/me/calendarList https://g/read", "GET /calendars/*/events https://g/read",
            "POST /calendars/*/events https://g/write");
    private static final GatewayApi ANYTHING = api("https://www.googleapis.com", "GET|POST|DELETE /** https://g/all");

    @Test
    void ofWhenARuleOpensItThenItsScopesAndTheAddressBelowTheRoot() {
        CheckedRequest.Allowed allowed = assertInstanceOf(CheckedRequest.Allowed.class,
                of(CALENDAR, "POST", "/calendars/primary/events", "sendUpdates=none"));

        assertEquals(Set.of("https://g/write"), allowed.rule().scopes());
        assertEquals(URI.create("https://www.googleapis.com/calendar/v3/calendars/primary/events?sendUpdates=none"),
                allowed.address());
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /users/me/calendarList", "GET, /users/me", "GET, /calendars/primary", "GET, /drive/v3/files",
        "GET, /calendars/primary/events/e1"})
    void ofWhenNoRuleOpensItThenNotAllowed(String method, String path) {
        CheckedRequest checked = of(CALENDAR, method, path, null);

        assertEquals(method.equals("DELETE") ? new CheckedRequest.MethodClosed(Set.of("GET", "HEAD"))
                : new CheckedRequest.Unreachable(), checked);
    }

    @Test
    void ofWhenThePathIsOpenForOtherMethodsThenItSaysWhich() {
        assertEquals(new CheckedRequest.MethodClosed(Set.of("GET", "POST")),
                of(CALENDAR, "HEAD", "/calendars/primary/events", null));
    }

    @ParameterizedTest
    @CsvSource({"/users/../me, ", "/users/me/calendarList, key=x", "/users/me/calendarList/, "})
    void ofWhenPathOrQueryIsRefusedThenMalformed(String path, String query) {
        assertEquals(new CheckedRequest.Malformed(), of(CALENDAR, "GET", path, query));
    }

    @Test
    void ofWhenAHeaderIsRefusedThenMalformed() {
        assertEquals(new CheckedRequest.Malformed(),
                CheckedRequest.of(CALENDAR, "GET", "/users/me/calendarList", null, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/batch", "/batch/drive/v3", "/Batch/x", "/discovery/v1/apis", "/calendar/v3/$discovery/rest",
        "/$discovery/rest", "/calendar/v3/calendars/primary/events/watch", "/drive/v3/files/f1/Watch", "/v1/topics/t:watch",
        "/v1/$batch", "/v1/batch/x"})
    void ofWhenItIsABatchAChannelOrADescriptionThenNoRuleCanOpenIt(String path) {
        assertEquals(new CheckedRequest.Unreachable(), of(ANYTHING, "POST", path, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.googleapis.com/batch/calendar/v3", "https://www.googleapis.com/discovery/v1"})
    void ofWhenTheRootItselfIsOneThenNothingIsReachable(String root) {
        assertEquals(new CheckedRequest.Unreachable(),
                of(api(root, "POST /** https://g/all"), "POST", "/anything", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calendar/v3/calendars/watch-list/events", "/v1/people:batchGet", "/drive/v3/files/batches"})
    void ofWhenANameMerelyLooksSoThenItIsOpen(String path) {
        assertInstanceOf(CheckedRequest.Allowed.class, of(ANYTHING, "POST", path, null));
    }

    private static CheckedRequest of(GatewayApi api, String method, String path, String query) {
        return CheckedRequest.of(api, method, path, query, Optional.of(NONE));
    }

    private static GatewayApi api(String root, String... rules) {
        List<AllowRule> allow = Stream.of(rules).map(rule -> AllowRule.parse(rule).orElseThrow()).toList();
        return new GatewayApi("some", URI.create(root), allow, 1024, 60, Duration.ofSeconds(5));
    }
}
