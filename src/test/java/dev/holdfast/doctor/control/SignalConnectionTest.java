package dev.holdfast.doctor.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.holdfast.doctor.entity.Finding;
import dev.holdfast.doctor.entity.Verdict;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.google.signal.SignalConfig;
import dev.holdfast.google.signal.SignalType;
import dev.holdfast.google.stream.StreamApi;
import dev.holdfast.google.stream.StreamConfig;
import dev.holdfast.google.stream.StreamRefusal;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.signal.StandInStream;
import dev.holdfast.standin.signal.StreamError;
import dev.holdfast.standin.world.Switch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls to Google that connecting makes, and the words for each refusal. */
class SignalConnectionTest {

    private static final String OURS = "https://localhost/signals/google";
    private static final String OTHER = "https://other.example/risc";
    private static final String VERIFICATION = "https://schemas.openid.net/secevent/risc/event-type/verification";

    /** One stand-in and one key for all tests: making RSA keys takes most of their time. */
    private static final StandInGoogle GOOGLE = StandInGoogle.start();
    private static final StandInStream STREAM = GOOGLE.signals().stream();
    private static final String KEY = STREAM.newKeyFile();

    @TempDir Path directory;

    private Path file;
    private GoogleHttp http;
    private SignalConnection connection;

    @BeforeEach
    void start() throws IOException {
        GOOGLE.control().reset();
        file = directory.resolve("key.json");
        Files.writeString(file, KEY);
        connection = connection(Map.of());
    }

    @AfterEach
    void stop() {
        http.close();
    }

    @AfterAll
    static void close() {
        GOOGLE.close();
    }

    @Test
    void connectWhenThereIsNoStreamThenItIsMadeAndVerified() {
        Finding finding = connect();

        assertEquals("made", finding.outcome(), finding::toString);
        assertEquals(Verdict.FINE, finding.verdict());
        assertEquals(Optional.of(OURS), STREAM.url());
        assertEquals(SignalType.urisOfGoogle(), requested());
        assertTrue(requested().contains(VERIFICATION));
        assertEquals(STREAM.lastState(), Optional.of(finding.values().get("state")), "the text to come back is told");
    }

    @Test
    void connectWhenAllIsInPlaceThenNothingIsChangedButAVerificationEventIsAskedFor() {
        connect();
        long before = calls("stream:update");

        Finding again = connect();

        assertEquals("in_place", again.outcome());
        assertEquals(before, calls("stream:update"));
        assertEquals(2, calls("stream:verify"));
    }

    @Test
    void connectWhenAnEventIsNotRequestedThenTheStreamIsRepairedAndKeepsWhatItHad() {
        STREAM.leave(OURS, true, VERIFICATION, "https://events.example/other");

        assertEquals("repaired", connect().outcome());

        Set<String> wanted = new HashSet<>(SignalType.urisOfGoogle());
        wanted.add("https://events.example/other");
        assertEquals(wanted, requested());
    }

    @Test
    void connectWhenTheMethodOfDeliveryIsAnotherThenOurStreamIsRepairedAndNotTakenForAnothers() {
        STREAM.leave(OURS, true, "https://events.example/other");
        STREAM.deliverBy("urn:ietf:rfc:8936");

        assertEquals("repaired", connect().outcome());

        assertTrue(requested().contains("https://events.example/other"));
        assertEquals("in_place", connect().outcome());
    }

    @Test
    void connectWhenTheStreamIsDisabledThenItIsEnabled() {
        STREAM.leave(OURS, false, SignalType.urisOfGoogle().toArray(String[]::new));

        assertEquals("repaired", connect().outcome());
        assertTrue(STREAM.isEnabled());
    }

    @Test
    void connectWhenTheStreamDeliversElsewhereThenItIsShownAndNothingIsChanged() {
        STREAM.leave(OTHER.replace("//", "//user:secret@") + "?token=secret", false, VERIFICATION);

        Finding finding = connect();

        assertEquals("foreign", finding.outcome());
        assertEquals(Verdict.WARNING, finding.verdict());
        assertEquals(Map.of("found", OTHER, "enabled", "false", "events", "1", "url", OURS), finding.values());
        assertEquals(0, calls("stream:update") + calls("status:update") + calls("stream:verify"));
        assertFalse(finding.toString().contains("secret"));
    }

    @Test
    void connectWhenThatStreamMayBeReplacedThenItIs() {
        STREAM.leave(OTHER, false, "https://events.example/other");

        Finding finding = connection.connect(Optional.of(OTHER));

        assertEquals("taken_over", finding.outcome());
        assertEquals(Optional.of(OURS), STREAM.url());
        assertEquals(SignalType.urisOfGoogle(), requested());
        assertTrue(STREAM.isEnabled());
    }

    @Test
    void connectWhenAnotherStreamIsThereThanWasShownThenItIsShownFirst() {
        STREAM.leave("https://third.example/risc", true, VERIFICATION);

        Finding finding = connection.connect(Optional.of(OTHER));

        assertEquals("foreign", finding.outcome());
        assertEquals("https://third.example/risc", finding.values().get("found"));
        assertEquals(0, calls("stream:update"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "https://a.example/<b>", "https://a.example/\u202egoogle"})
    void connectWhenTheOtherAddressIsNoAddressThenItIsNotShown(String url) {
        STREAM.leave(url, true);

        assertEquals("?", connect().values().get("found"));
    }

    @ParameterizedTest
    @EnumSource(value = StreamError.class, mode = EnumSource.Mode.EXCLUDE,
            names = {"NO_STREAM", "FIELD_MISSING"})
    void connectWhenGoogleRefusesThenItsTextIsToldAsACure(StreamError error) {
        GOOGLE.control().set(Switch.STREAM_REFUSAL, error.key());

        Finding finding = connect();

        assertEquals(error.key(), finding.outcome());
        assertEquals(Verdict.TROUBLE, finding.verdict());
        assertEquals("reading", finding.values().get("stage"));
        assertFalse(finding.cure().isEmpty());
    }

    @Test
    void connectWhenTheConfigurationIsRefusedAsIncompleteThenSo() {
        GOOGLE.control().set(Switch.STREAM_REFUSAL, StreamError.FIELD_MISSING.key());

        assertEquals("incomplete", connect().outcome());
    }

    @Test
    void refusalsWhenToldThenEachHasWordsAndACure() {
        for (StreamRefusal refusal : StreamRefusal.values()) {
            Finding finding = StreamFindings.refused(refusal, "changing", OURS);

            assertFalse(finding.detail().isEmpty() || finding.cure().isEmpty(), refusal::code);
        }
    }

    @Test
    void connectWhenOurAddressIsNotHttpsThenGoogleSaysSoAndItIsToldAtWhichStep() {
        connection.publicUrl = new PublicUrl(URI.create("http://holdfast.example"));

        Finding finding = connect();

        assertEquals("not_https", finding.outcome());
        assertEquals("changing", finding.values().get("stage"));
        assertEquals(Optional.empty(), STREAM.url());
    }

    @ParameterizedTest
    @CsvSource({"JSON_503, http_503", "HTML_200, unusable_body", "DROP, connection_failed", "REDIRECT_302, http_302"})
    void connectWhenGoogleGivesNoUsableAnswerThenItIsNotKnown(FaultKind kind, String code) {
        GOOGLE.control().fault(StandInArea.RISC, kind);

        Finding finding = connect();

        assertEquals(Verdict.UNKNOWN, finding.verdict());
        assertEquals(code, finding.values().get("code"));
    }

    @Test
    void connectWhenEachAnswerIsInTimeButNotAllTogetherThenTheAttemptEndsAndSendsNothingMore() {
        connection.patience = Duration.ofMillis(3500);
        GOOGLE.control().fault(StandInArea.RISC, Fault.slow(Duration.ofSeconds(2)));

        Finding finding = connect();

        assertEquals(Verdict.UNKNOWN, finding.verdict(), finding::toString);
        assertEquals(Map.of("code", "timeout", "stage", "changing"), finding.values());
        assertEquals(2, calls("stream") + calls("stream:update"));
        assertEquals(0, calls("stream:verify"));
        Eventually.holds(Duration.ofSeconds(10), "Google has made the change all the same",
                () -> STREAM.url().equals(Optional.of(OURS)));
    }

    @ParameterizedTest
    @EnumSource(value = FaultKind.class, names = {"HANG", "HANG_MIDWAY"})
    void connectWhenGoogleFallsSilentThenTheDeadlineOfTheAttemptCountsAndNotThatOfACall(FaultKind kind) {
        connection.patience = Duration.ofMillis(300);
        GOOGLE.control().fault(StandInArea.RISC, kind);

        Finding finding = assertTimeout(Duration.ofSeconds(4), this::connect);

        assertEquals(Map.of("code", "timeout", "stage", "reading"), finding.values());
    }

    @Test
    void connectWhenTheTimeIsUpThenGoogleIsNotAsked() {
        connection.patience = Duration.ZERO;

        assertEquals("timeout", connect().values().get("code"));
        assertEquals(0, GOOGLE.counts().of(StandInArea.RISC));
    }

    @Test
    void connectWhenAPageAnswers404ThenThatIsNoMissingStream() {
        GOOGLE.control().fault(StandInArea.RISC, Fault.answer(404, Map.of(), "<html>"));

        assertEquals("not_found", connect().outcome());
        assertEquals(0, calls("stream:update"));
    }

    @Test
    void connectWhenTheKeyIsNoLongerKnownThenItIsNotAccepted() throws IOException {
        Files.writeString(file, KEY.replaceFirst("\"private_key_id\":\"[^\"]+", "\"private_key_id\":\"deleted"));

        assertEquals("unauthorized", connect().outcome());
    }

    @Test
    void connectWhenTheKeyIsPutThereLaterThenItIsReadThenAndNotKept() throws IOException {
        Files.delete(file);
        assertEquals("unreadable", connect().outcome());
        Files.writeString(file, KEY);
        assertEquals("made", connect().outcome());
        Files.delete(file);
        assertEquals("unreadable", connect().outcome());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{}", "{\"type\":\"authorized_user\",\"client_email\":\"a\",\"private_key_id\":\"1\","
                + "\"private_key\":\"x\"}", "{\"type\":\"service_account\",\"client_email\":\"a\",\"private_key_id\":\"1\","
                + "\"private_key\":\"-----BEGIN PRIVATE KEY-----\\nAAAA\\n-----END PRIVATE KEY-----\\n\"}"})
    void connectWhenTheFileHoldsNoKeyThenSoAndGoogleIsNotAsked(String content) throws IOException {
        Files.writeString(file, content);

        assertEquals("no_key", connect().outcome());
        assertEquals(0, GOOGLE.counts().of(StandInArea.RISC));
    }

    @Test
    void connectWhenTheKeyIsNotOfAServiceAccountThenGoogleIsNotAsked() throws IOException {
        Files.writeString(file, KEY.replace("\"service_account\"", "\"external_account\""));

        assertEquals("no_key", connect().outcome());
        assertEquals(0, GOOGLE.counts().of(StandInArea.RISC));
    }

    @Test
    void connectWhenSignalsAreOffOrNoFileIsSetThenGoogleIsNotAsked() {
        assertEquals("off", connection(Map.of("holdfast.google.signals", "off")).connect(Optional.empty()).outcome());
        assertEquals("no_file", connection(Map.of("holdfast.google.service-account-file", "")).connect(Optional.empty())
                .outcome());
        assertEquals(0, GOOGLE.counts().of(StandInArea.RISC));
    }

    @Test
    void findingsWhenPrintedThenNoneHoldsAPartOfTheKeyOrTheToken() throws IOException {
        String told = connect().toString() + connection.connect(Optional.of(OTHER));
        GOOGLE.control().set(Switch.STREAM_REFUSAL, StreamError.UNAUTHORIZED.key());
        told += connect();
        Files.writeString(file, KEY.replace("service_account", "authorized_user"));
        told += connect();

        assertFalse(GOOGLE.markers().all().get("service_account_token").isEmpty());
        for (String token : GOOGLE.markers().all().get("service_account_token")) {
            assertFalse(told.contains(token));
        }
        for (String line : KEY.split("[\\\\]n|\"")) {
            assertFalse(line.length() > 30 && !line.contains("iam") && told.contains(line), "a line of the key");
        }
    }

    private Finding connect() {
        return connection.connect(Optional.empty());
    }

    private SignalConnection connection(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of("holdfast.google.signals", "on",
                "holdfast.google.timeout", "PT5S", "holdfast.google.service-account-file", file.toString()));
        values.putAll(more);
        Settings settings = SettingsOf.google(GOOGLE.origin().toString(), values);
        GoogleConfig config = new GoogleConfig(settings);
        if (http != null) {
            http.close();
        }
        http = new GoogleHttp(config);
        SignalConnection made = new SignalConnection();
        made.signals = new SignalConfig(settings, config);
        made.config = new StreamConfig(settings, config);
        made.stream = new StreamApi(made.config, http);
        made.publicUrl = new PublicUrl(URI.create("https://localhost"));
        made.clock = Clock.systemUTC();
        return made;
    }

    private Set<String> requested() {
        JsonObject setup = STREAM.setup().orElseThrow();
        Set<String> events = new HashSet<>();
        setup.getAsJsonArray("events_requested").forEach(each -> events.add(each.getAsString()));
        return events;
    }

    private long calls(String suffix) {
        return GOOGLE.journal().entries().stream().filter(entry -> entry.path().endsWith(suffix)).count();
    }
}
