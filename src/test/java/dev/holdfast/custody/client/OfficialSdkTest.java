package dev.holdfast.custody.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.example.models.ModelQuestion;
import com.google.genai.errors.ApiException;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.fault.Fault;
import dev.holdfast.standin.fault.FaultKind;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.Switch;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The claims of docs/use.md about Google's own SDK, tried with its example against the stand-in. */
@Timeout(60)
class OfficialSdkTest {

    private static final UUID ACCOUNT = UUID.randomUUID();

    private final StandInGoogle google = StandInGoogle.start();
    private final StandInCustody custody = new StandInCustody(google, Clock.systemUTC());
    private final ModelQuestion example = new ModelQuestion(custody.clients());

    @BeforeEach
    void signIn() throws Exception {
        custody.signIn(People.ADA, StandInScopes.CLOUD_PLATFORM);
        google.counts().reset();
    }

    @AfterEach
    void close() {
        custody.close();
        google.close();
    }

    @Test
    void askWhenGrantedThenTheAnswerComesWithTheTokenOfTheAccount() throws IOException {
        String answer = ask();

        assertTrue(answer.contains("You asked: Why?"));
        assertTrue(answer.endsWith(" as the real one does."), "the last piece has a reason and no text");
        assertCalls(1, 0);
    }

    @Test
    void askWhenTheTokenIsRefusedThenTheSdkDoesNothingUntilAnotherTokenIsAcquired() throws IOException {
        AccessToken refused = ((Acquired.Fresh) custody.acquire(ACCOUNT)).token();
        google.control().killAccessTokens(People.ADA);

        assertEquals(401, assertThrows(ApiException.class, this::ask).code());
        assertCalls(1, 0);

        custody.acquireInsteadOf(ACCOUNT, refused);
        assertTrue(ask().contains("You asked: Why?"));
        assertCalls(2, 1);
    }

    @Test
    void askWhenGoogleIsOverloadedThenOneAttemptAsTheExampleSays() throws IOException {
        google.control().fault(StandInArea.GEMINI, FaultKind.JSON_503);

        assertEquals(503, assertThrows(ApiException.class, this::ask).code());
        assertCalls(1, 0);
    }

    @Test
    void askWhenRedirectedThenNothingGoesThere() throws IOException {
        google.control().fault(StandInArea.GEMINI, Fault.redirect(307, google.origin().resolve("/elsewhere")));

        assertThrows(RuntimeException.class, this::ask);
        assertEquals(0, google.counts().of(StandInArea.ELSEWHERE));
    }

    @Test
    void askWhenTheStreamEndsWithoutAReasonThenTheSdkTakesItForAnEndAndTheExampleDoesNot() throws IOException {
        google.control().set(Switch.GEMINI_ANSWER, "unfinished");

        assertEquals("the answer broke off", ask());
    }

    @Test
    void askWhenTheModelStopsForAnotherReasonThenTheSdkThrows() {
        google.control().set(Switch.GEMINI_ANSWER, "safety");

        assertThrows(IllegalArgumentException.class, this::ask);
    }

    private String ask() throws IOException {
        return example.ask(ACCOUNT, "Why?");
    }

    private void assertCalls(long model, long refreshes) {
        assertEquals(model, google.counts().of(StandInArea.GEMINI));
        assertEquals(refreshes, google.counts().of(StandInArea.REFRESH));
    }
}
