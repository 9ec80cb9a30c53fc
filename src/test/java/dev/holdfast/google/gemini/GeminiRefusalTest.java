package dev.holdfast.google.gemini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.api.ApiRefusal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Refusals of the model, as Google's page of errors lists them. */
class GeminiRefusalTest {

    private static final Duration HEADER = Duration.ofSeconds(9);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "400 | | Unusable",
        "400 | \"status\":\"FAILED_PRECONDITION\" | Unusable",
        "401 | | Unauthorized",
        "403 | \"details\":[{\"reason\":\"ACCESS_TOKEN_SCOPE_INSUFFICIENT\"}] | ScopeInsufficient",
        "403 | \"details\":[{\"reason\":\"SERVICE_DISABLED\"}] | NotEnabled",
        "403 | | Forbidden",
        "404 | | Unusable",
        "429 | | RateLimited",
        "500 | | Unavailable",
        "503 | \"status\":\"UNAVAILABLE\" | Unavailable"})
    void outcomeWhenGoogleRefusesThenByStatusAndReason(int status, String members, String answer) {
        GeminiOutcome.Refused refused = refused(status, members == null ? "" : members);

        assertEquals(answer, refused.answer().getClass().getSimpleName());
    }

    @Test
    void outcomeWhenThereAreTooManyTokensOrBytesThenTheDocumentIsTooLong() {
        String message = "\"message\":\"The input token count exceeds the maximum number of tokens allowed 1048576.\"";

        assertInstanceOf(GeminiOutcome.TooLong.class, of(400, message).outcome());
        assertInstanceOf(GeminiOutcome.TooLong.class, of(413, "").outcome());
        assertInstanceOf(GeminiOutcome.Refused.class, of(403, message).outcome());
    }

    @ParameterizedTest
    @CsvSource({"47s, 47", "0s, 1", "46.2s, 47", "7200s, 300", "soon, 9", "-3s, 9"})
    void outcomeWhenGoogleTellsADelayThenItIsWithinASecondAndFiveMinutes(String told, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), limited(refused(429, details("{\"retryDelay\":\"" + told + "\"}"))));
    }

    @Test
    void outcomeWhenGoogleTellsNothingThenTheHeaderCounts() {
        assertEquals(HEADER, limited(refused(429, "")));
    }

    @ParameterizedTest
    @CsvSource({"GenerateRequestsPerDayPerProject, true", "GenerateRequestsPerMinutePerProject, false"})
    void outcomeWhenAQuotaIsUsedUpThenItsNameTellsWhetherForToday(String quota, boolean forToday) {
        assertEquals(forToday, refused(429, details("{\"violations\":[{\"quotaId\":\"" + quota + "\"}]}")).forToday());
    }

    @Test
    void refusalWhenItComesAsAPieceThenItIsReadAsOne() {
        GeminiRefusal refusal = GeminiRefusal.inPiece("{\"error\":{\"code\":503}}").orElseThrow();

        assertInstanceOf(ApiAnswer.Unavailable.class, assertInstanceOf(GeminiOutcome.Refused.class, refusal.outcome()).answer());
        assertEquals(Optional.empty(), GeminiRefusal.inPiece("{\"candidates\":[]}"));
        assertEquals(Optional.empty(), GeminiRefusal.inPiece("{\"error\":\"odd\"}"));
    }

    @Test
    void refusalWhenTheKeyOrTheModelIsTheReasonThenItIsTold() {
        assertTrue(of(400, details("{\"reason\":\"API_KEY_INVALID\"}")).isForTheKey());
        assertFalse(of(400, details("{\"reason\":\"BILLING_DISABLED\"}")).isForTheKey());
        assertTrue(of(404, "").isForTheModel());
        assertFalse(of(400, "").isForTheModel());
    }

    private static String details(String detail) {
        return "\"details\":[" + detail + "]";
    }

    private static Duration limited(GeminiOutcome.Refused refused) {
        return assertInstanceOf(ApiAnswer.RateLimited.class, refused.answer()).retryAfter();
    }

    private static GeminiOutcome.Refused refused(int status, String members) {
        return assertInstanceOf(GeminiOutcome.Refused.class, of(status, members).outcome());
    }

    private static GeminiRefusal of(int status, String members) {
        return new GeminiRefusal(new ApiRefusal(status, "{\"error\":{" + members + "}}", "", HEADER));
    }
}
