package dev.holdfast.custody.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.client.http.HttpResponseException;
import com.google.api.services.drive.Drive;
import com.google.api.services.drive.DriveScopes;
import com.google.auth.http.HttpCredentialsAdapter;
import dev.holdfast.account.entity.EndReason;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.google.api.GoogleApi;
import dev.holdfast.google.wire.RawServer;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that Google generated, on tokens of custody's, against the stand-in, without any HTTP request to Holdfast. */
class GoogleClientsTest {

    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final String CALENDAR = "https://www.googleapis.com/auth/calendar.readonly";

    private final TestClock clock = new TestClock();
    private final StandInGoogle google = StandInGoogle.start(0, clock);
    private final StandInCustody custody = new StandInCustody(google, clock);

    @BeforeEach
    void signIn() throws Exception {
        custody.signIn(People.ADA);
        google.counts().reset();
    }

    @AfterEach
    void close() {
        custody.close();
        google.close();
    }

    @Test
    void executeWhenGrantedThenTheClientGetsItsAnswer() throws IOException {
        assertFalse(drive(api()).files().list().execute().getFiles().isEmpty());
        assertCalls(1, 0);
    }

    @Test
    void executeWhenTheTokenIsRefusedThenOneForcedRefreshAndOneRepetition() throws IOException {
        google.control().killAccessTokens(People.ADA);

        assertFalse(drive(api()).files().list().execute().getFiles().isEmpty());
        assertCalls(2, 1);
    }

    @Test
    void executeWhenTheApiKeepsSaying401ThenTwoCallsAndOneRefresh() throws IOException {
        google.control().fault(StandInArea.DRIVE, FaultKind.INVALID_TOKEN);

        assertEquals(401, refusal(drive(api())));
        assertCalls(2, 1);
    }

    @Test
    void executeWhenForbiddenThenNeitherRefreshNorRepetition() throws IOException {
        google.control().fault(StandInArea.DRIVE, FaultKind.INSUFFICIENT_FILE_PERMISSIONS);

        assertEquals(403, refusal(drive(api())));
        assertCalls(1, 0);
    }

    @Test
    void executeWhenTheTokenIsOverThenItIsRefreshedBeforeTheCall() throws IOException {
        GoogleApi kept = api();
        clock.now = clock.now.plus(Duration.ofHours(2));

        assertFalse(drive(kept).files().list().execute().getFiles().isEmpty());
        assertCalls(1, 1);
    }

    @Test
    void executeWhenRedirectedThenTheRedirectIsNotFollowed() throws IOException {
        google.control().fault(StandInArea.DRIVE, FaultKind.REDIRECT_302);

        assertEquals(302, refusal(drive(api())));
        assertEquals(0, google.counts().of(StandInArea.ELSEWHERE));
    }

    @Test
    void executeWhenAClientFollowsARedirectElsewhereThenNothingGoesThere() throws IOException {
        try (RawServer elsewhere = new RawServer()) {
            google.control().fault(StandInArea.DRIVE, Fault.redirect(elsewhere.url("/trap")));
            GoogleApi api = api();
            Drive following = drive(api, request -> {
                api.initializer().initialize(request);
                request.setFollowRedirects(true);
            });

            assertThrows(IllegalArgumentException.class, () -> following.files().list().execute());
            assertEquals(0, elsewhere.requests().size());
        }
    }

    @Test
    void executeWhenTheRootIsForeignThenNothingIsSent() throws IOException {
        try (RawServer elsewhere = new RawServer()) {
            Drive drive = new Drive.Builder(api().transport(), api().json(), api().initializer())
                    .setApplicationName("test").setRootUrl(elsewhere.origin() + "/").build();

            assertThrows(IllegalArgumentException.class, () -> drive.files().list().execute());
            assertEquals(0, elsewhere.requests().size());
        }
    }

    @Test
    void executeWhenTheGrantIsLostBeforeItThenTheExceptionSaysWhy() throws IOException {
        GoogleApi kept = api();
        google.control().revoke(People.ADA);

        GoogleAccessRefused refused =
                assertThrows(GoogleAccessRefused.class, () -> drive(kept).files().list().execute());
        assertEquals(new Acquired.Lost(EndReason.GOOGLE_REVOKED), refused.why());
    }

    @Test
    void executeWhenAMinuteIsAllATokenHasThenItServesAllTheSame() throws IOException {
        google.control().set(Switch.ACCESS_TOKEN_LIFETIME, "60");
        GoogleApi kept = api();
        clock.now = clock.now.plus(Duration.ofHours(2));
        for (int call = 0; call < 5; call++) {
            drive(kept).files().list().execute();
            drive(kept, new HttpCredentialsAdapter(kept.credentials())).files().list().execute();
        }
        assertCalls(10, 1);
    }

    @Test
    void credentialsWhenTheLibrarysAdapterTriesTenTimesThenOneRefreshAllTheSame() throws IOException {
        google.control().fault(StandInArea.DRIVE, FaultKind.INVALID_TOKEN);
        GoogleApi api = api();

        assertEquals(401, refusal(drive(api, new HttpCredentialsAdapter(api.credentials()))));
        assertEquals(1, google.counts().of(StandInArea.REFRESH));
    }

    @Test
    void accessWhenAScopeIsNotGrantedThenItIsAValue() {
        assertEquals(new GoogleAccess.Refused(new Acquired.ScopeMissing(Set.of(CALENDAR))),
                custody.clients().access(ACCOUNT, DriveScopes.DRIVE_READONLY, CALENDAR));
        assertCalls(0, 0);
    }

    @Test
    void accessWhenGoogleHiccupsThenItIsAValue() {
        clock.now = clock.now.plus(Duration.ofHours(2));
        google.control().fault(StandInArea.TOKEN, FaultKind.JSON_503);

        assertEquals(new GoogleAccess.Refused(new Acquired.Unavailable(Duration.ofSeconds(5))),
                custody.clients().access(ACCOUNT));
    }

    @Test
    void accessWhenThereIsNoCallerThenItIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> custody.clients().access(new Nobody()));
    }

    private GoogleApi api() throws IOException {
        return custody.clients().access(ACCOUNT, DriveScopes.DRIVE_READONLY).orThrow();
    }

    private static Drive drive(GoogleApi api) {
        return drive(api, api.initializer());
    }

    private static Drive drive(GoogleApi api, HttpRequestInitializer initializer) {
        return new Drive.Builder(api.transport(), api.json(), initializer)
                .setApplicationName("test").setRootUrl(api.rootUrl(Drive.DEFAULT_ROOT_URL)).build();
    }

    private static int refusal(Drive drive) {
        return assertThrows(HttpResponseException.class, () -> drive.files().list().execute()).getStatusCode();
    }

    private void assertCalls(long atDrive, long refreshes) {
        assertEquals(atDrive, google.counts().of(StandInArea.DRIVE), "calls of Drive");
        assertEquals(refreshes, google.counts().of(StandInArea.REFRESH), "refreshes");
    }

    private static final class Nobody implements JsonWebToken {

        @Override
        public String getName() {
            return null;
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of();
        }

        @Override
        public <T> T getClaim(String claim) {
            return null;
        }
    }

    private static final class TestClock extends Clock {

        private volatile Instant now = Instant.now();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
