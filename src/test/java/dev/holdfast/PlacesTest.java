package dev.holdfast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stranger who types a plain word into a file finder is led to the code that decides: the names say what is inside. */
class PlacesTest {

    /** A list that is read at a glance. */
    private static final int AT_MOST = 12;

    private static final List<Path> SOURCES =
            List.of(Path.of("src/main/java"), Path.of("frontend/projects/session/core"));

    /** The words of a stranger, the file, and a text in it that shows that it is the right one. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            invalid_grant and invalid_rapt          | refreshout  | RefreshOutcome.java        | "invalid_grant" -> new
            the lease of a refresh                  | lease       | Lease.java                 | The right to refresh
            the length of the lease                 | budget      | TimeBudget.java            | Duration LEASE =
            the 20 seconds of a caller              | budget      | TimeBudget.java            | Duration ANSWER =
            how often a refresh is retried          | endpoint    | TokenEndpoint.java         | maxRetries =
            the threshold of the circuit breaker    | endpoint    | TokenEndpoint.java         | failureRatio =
            whether the circuit is open             | circuit     | ObservedCircuit.java       | CircuitState state =
            the pause after a failed refresh        | pause       | RetryPause.java            | Duration
            PKCE                                    | authorizationreq | AuthorizationRequests.java | CodeChallengeMethod.S256
            whose state an answer has               | transaction | SignInTransaction.java     | isOf(Secret state)
            the checks of a return from Google      | signinreturn | SignInReturn.java         | judge(
            the requests a person may send a minute | ratelimit   | RateLimit.java             | MINUTE
            reuse of a refresh token                | rotation    | RotationDecision.java      | record Reuse
            the cache of Google tokens              | cache       | TokenCache.java            | Caffeine
            the encryption of Google tokens         | encryption  | TokenEncryption.java       | envelope
            AES-GCM                                 | envelope    | Envelope.java              | AES-256-GCM
            the forced refresh after a 401          | perrequest  | TokenPerRequest.java       | UNAUTHORIZED = 401
            one refresh at a time on a server       | flight      | SingleFlightRefresh.java   | PendingRefresh
            one refresh at a time in a browser      | lock        | web-lock.ts                | navigator.locks
            what a grant allows at this moment      | standing    | GrantStanding.java         | sealed interface
            the content security policy             | security    | ContentSecurityPolicy.java | default-src
            the refresh cookie                      | cookie      | RefreshCookie.java         | __Host-Http-
            safe ways back after a sign-in          | return      | ReturnTo.java              | AMBIGUOUS
            requests of pages of another site        | crosssite   | CrossSiteDefence.java      | admits
            """)
    void placesWhenTypedIntoAFileFinderThenAFewFilesAndTheOneThatDecides(String place, String typed, String file, String text)
            throws IOException {
        List<Path> found = found(typed);

        assertTrue(found.size() <= AT_MOST, () -> place + ": " + found);
        List<Path> right = found.stream().filter(path -> path.getFileName().toString().equals(file)).toList();
        assertEquals(1, right.size(), () -> place + ": " + found);
        assertTrue(Files.readString(right.get(0)).contains(text), () -> place + " is no longer in " + right);
    }

    private static List<Path> found(String typed) throws IOException {
        String word = typed.toLowerCase(Locale.ROOT);
        try (Stream<Path> sources = Stream.concat(Files.walk(SOURCES.get(0)), Files.walk(SOURCES.get(1)))) {
            return sources.filter(Files::isRegularFile).filter(file -> !file.toString().endsWith(".spec.ts"))
                    .filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).contains(word)).sorted().toList();
        }
    }
}
