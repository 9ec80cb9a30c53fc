package dev.holdfast.journeys.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.journeys.rig.Jws;
import dev.holdfast.journeys.rig.RawHttp;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.OnStage;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Strangers can write only little to the log (H07). */
@OnStage
class LogFloodIT {

    private static final int TIMES = 40;

    /**
     * A log line of a sign-in takes some 350 bytes in both logs and the audit trail together; a stack trace takes thousands.
     */
    private static final int MOST_BYTES_EACH = 500;

    private HoldfastServer holdfast;

    @BeforeEach
    void enter() {
        holdfast = Stage.shared().holdfast();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE /", "TRACE /files", "TRACE /nothing.txt", "TRACE /api/account", "TRACE /auth/token/refresh", "TRACE /health", "GET /api/account|Accept: ///",
        "GET /auth/callback|Accept: ///", "GET /auth/login|Accept-Language: ;;;q=x", "GET /auth/login|Accept-Language: \u00ff\u00ff;q=x",
        "POST /api/account|Content-Type: ///", "GET /favicon.svg|If-Modified-Since: x", "GET /ibm_security_logout?logoutExitPage=/%5Cx",
        "POST /j_security_check|Cookie: WASReqURL=http://x", "GET /auth/callback?state=x&code=y", "GET /auth/callback?state=x&state=y",
        "POST /auth/j_security_checkx|Cookie: WASReqURL=http://x", "GET /|Cookie: LtpaToken2=x", "GET /metrics?%zz", "GET /openapi?format=%zz",
        "GET /openapi/ui/..%2f", "GET /ibm/api/", "GET /jwt/nothing", "GET /jwt/ibm/api/nothing/jwk", "GET /jwt/ibm/api/defaultJWT/jwk",
        "GET /health/nothing", "GET /metrics?scope=nothing", "GET /metrics|Accept: ///",
        "GET /openapi/ui/nothing", "GET /WEB-INF/web.xml", "GET /%ZZ", "GET /api/%00", "NONSENSE /", "GET /api/account|Authorization: Bearer a.b.c",
        "GET /api/account|Authorization: Basic YTpi", "GET /api/account|Cookie: $Version=1; =; a", "GET /auth/login?return_to=//evil",
        "POST /auth/token/refresh|Cookie: holdfast=x", "GET /api/account/activity?before=x", "GET /installation/logo", "GET /nothing.txt"})
    void logWhenAStrangerAsksForNonsenseAgainAndAgainThenItHardlyGrows(String nonsense) {
        send(nonsense);
        int before = holdfast.logToRead().length();

        for (int request = 0; request < TIMES; request++) {
            send(nonsense);
        }

        int grown = holdfast.logToRead().length() - before;
        assertTrue(grown < TIMES * MOST_BYTES_EACH, () -> grown / TIMES + " bytes for each request");
    }

    /** The audit trail has a file of its own, which is written at once. */
    @Test
    void auditTrailWhenSomethingWasDoneThenItsFileHasTheLine() throws IOException {
        Guest guest = Guest.arriving(Stage.shared(), People.ADA);
        String session = Jws.claims(guest.browser().accessToken()).get("sid").getAsString();

        List<String> lines = Files.readAllLines(holdfast.dataDirectory().resolve("audit/audit.log")).stream()
                .filter(line -> line.contains(session)).toList();

        assertEquals(1, lines.size(), lines::toString);
        assertTrue(lines.get(0).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z HF0402 event=signed_in account=.* request=[0-9a-f]{32}"), lines::toString);
    }

    private void send(String nonsense) {
        String[] parts = nonsense.split("\\|");
        URI origin = holdfast.origin();
        RawHttp.send(origin, parts[0] + " HTTP/1.1", "Host: " + origin.getAuthority(), parts.length == 1 ? "X: y" : parts[1]);
    }
}
