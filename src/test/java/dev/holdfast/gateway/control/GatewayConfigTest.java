package dev.holdfast.gateway.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.gateway.entity.GatewayApi;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.settings.control.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway that is not what its settings say never starts. */
class GatewayConfigTest {

    private static final String ORIGIN = "http://127.0.0.1:9090";
    private static final String RULE = "GET /users/me/calendarList https://www.googleapis.com/auth/calendar.readonly";
    private static final Map<String, String> CALENDAR = Map.of(
            "holdfast.gateway.calendar.root", ORIGIN + "/calendar/v3", "holdfast.gateway.calendar.allow", RULE);

    private Settings settings;

    @Test
    void apisWhenNothingIsSetThenNone() {
        assertEquals(List.of(), List.copyOf(config(Map.of()).apis()));
        assertEquals(List.of(), settings.faults());
    }

    @Test
    void apiWhenRootAndRulesAreSetThenTheRestHasItsDefaults() {
        GatewayApi calendar = config(CALENDAR).api("calendar").orElseThrow();

        assertEquals(URI.create(ORIGIN + "/calendar/v3"), calendar.root());
        assertEquals(1, calendar.rules().size());
        assertEquals(1 << 20, calendar.mostBytes());
        assertEquals(60, calendar.mostPerMinute());
        assertEquals(Duration.ofMillis(300), calendar.timeout());
        assertEquals(List.of(), settings.faults());
    }

    @Test
    void apiWhenTheEnvironmentNamesItThenItIsTheSame() {
        Map<String, String> environment = Map.of("HOLDFAST_GATEWAY_MY_CALENDAR_ROOT", "x",
                "HOLDFAST_GATEWAY_MY_CALENDAR_MAX_REQUEST", "2MB", "HOLDFAST_GATEWAY_MY_CALENDAR_PER_MINUTE", "");

        assertEquals(List.of("my-calendar"), config(environment).apis().stream().map(GatewayApi::name).toList());
    }

    /** As Liberty does it. */
    @Test
    void apiWhenAVariableIsListedASecondTimeWithDotsThenThatIsNoOtherSetting() {
        Map<String, String> environment = Map.of("HOLDFAST_GATEWAY_MY_CALENDAR_PER_MINUTE", "5",
                "holdfast.gateway.my.calendar.per.minute", "5");

        assertEquals(List.of("my-calendar"), config(environment).apis().stream().map(GatewayApi::name).toList());
        assertTrue(settings.faults().stream().noneMatch(fault -> fault.cure().contains("is no setting")), settings.faults()::toString);
    }

    @Test
    void apiWhenRulesAreOnLinesOrBetweenCommasThenEachCounts() {
        String rules = RULE + ",\n  POST|PATCH /calendars/*/events https://g/a https://g/b\r\n" + RULE + "\n";

        assertEquals(3, config(with("allow", rules)).api("calendar").orElseThrow().rules().size());
        assertEquals(List.of(), settings.faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://www.googleapis.com/calendar/v3", "https://people.googleapis.com",
        "https://people.googleapis.com/", "https://people.googleapis.com:443/v1", ORIGIN, ORIGIN + "/", ORIGIN + "/calendar/v3"})
    void rootWhenOfGoogleOrBelowTheApiRootThenTaken(String root) {
        config(with("root", root));

        assertEquals(List.of(), settings.faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://www.googleapis.com", "https://googleapis.com", "https://www.googleapis.com.evil.example",
        "https://evil.example/www.googleapis.com", "https://www.googleapis.com:8443", "https://a@www.googleapis.com",
        "https://www.googleapis.com/a?key=b", "https://www.googleapis.com/a#b", "https://www.googleapis.com/a/../b",
        "https://www.googleapis.com/%2e%2e", "http://127.0.0.1:9091", "http://127.0.0.1:90900/", "nowhere", "//x"})
    void rootWhenAnywhereElseThenAFault(String root) {
        config(with("root", root));

        assertFault("holdfast.gateway.calendar.root");
    }

    @ParameterizedTest
    @CsvSource({"max-request, 0", "max-request, 2GB", "per-minute, 0", "per-minute, many", "timeout, PT0S", "timeout, PT6M",
        "allow, GET /a", "allow, 'GET /a https://s, get /b https://s'", "allow, 'FETCH /a https://s'"})
    void settingWhenItCannotBeUsedThenAFaultThatNamesIt(String member, String value) {
        config(with(member, value));

        assertFault("holdfast.gateway.calendar." + member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "allow"})
    void settingWhenARequiredOneIsMissingThenAFault(String member) {
        Map<String, String> rest = new HashMap<>(CALENDAR);
        rest.remove("holdfast.gateway.calendar." + member);
        config(rest);

        assertFault("holdfast.gateway.calendar." + member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"holdfast.gateway.calendar.alow", "holdfast.gateway.Calendar.root", "holdfast.gateway.a.b.root",
        "holdfast.gateway.root", "holdfast.gateway.9x.root", "HOLDFAST_GATEWAY_CALENDAR_ALOW", "HOLDFAST_GATEWAY_ROOT",
        "holdfast.gateway.abcdefghijklmnopqrstuvwxyzabcde.root"})
    void settingWhenItIsNoneThenAFault(String key) {
        config(Map.of(key, "x"));

        assertFault(key);
    }

    @Test
    void apiWhenItsNameIsTakenThenAFault() {
        config(Map.of("holdfast.gateway.grant.root", ORIGIN, "holdfast.gateway.grant.allow", RULE));

        assertFault("holdfast.gateway.grant.root");
    }

    private void assertFault(String key) {
        assertTrue(settings.faults().stream().anyMatch(fault -> fault.key().equals(key)), settings.faults()::toString);
    }

    private static Map<String, String> with(String member, String value) {
        Map<String, String> changed = new HashMap<>(CALENDAR);
        changed.put("holdfast.gateway.calendar." + member, value);
        return changed;
    }

    private GatewayConfig config(Map<String, String> gateway) {
        settings = SettingsOf.google(ORIGIN, gateway);
        return new GatewayConfig(settings, new GoogleConfig(settings));
    }
}
