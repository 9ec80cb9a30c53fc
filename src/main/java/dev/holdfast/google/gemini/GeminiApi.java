package dev.holdfast.google.gemini;

import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.api.ApiCallLimits;
import dev.holdfast.google.api.ApiName;
import dev.holdfast.google.api.ApiRefusal;
import dev.holdfast.google.wire.Answer;
import dev.holdfast.google.wire.CallEnd;
import dev.holdfast.google.wire.CallWatch;
import dev.holdfast.google.wire.GoogleCall;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.OpenAnswer;
import dev.holdfast.schedule.control.LogThrottle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * Asks Gemini about a document. Each question is one call, which is never repeated, on connections of its own, with time-outs
 * of its own and a circuit of its own: a slow model takes nothing from other calls to Google.
 */
@ApplicationScoped
public class GeminiApi {

    private static final Duration AFTER_SILENCE = Duration.ofSeconds(5);
    private static final Duration TOLD_EVERY = Duration.ofMinutes(1);
    private static final int REFUSAL_CAP = 64 * 1024;
    private static final int FOUND = 200;
    private static final ApiName API = new ApiName("generativelanguage.googleapis.com");
    private static final String EVENTS = "text/event-stream";

    private final ModelCircuit circuit = new ModelCircuit(System::nanoTime);
    private final LogThrottle told = new LogThrottle(TOLD_EVERY);
    private GeminiConfig config;
    private GoogleHttp http;
    private ApiCallLimits calls;
    private Clock clock;

    protected GeminiApi() {}

    @Inject
    public GeminiApi(GeminiConfig config, GoogleHttp http, ApiCallLimits calls, Clock clock) {
        this.config = config;
        this.http = http;
        this.calls = calls;
        this.clock = clock;
    }

    /** Asks; the prompt is closed as soon as it has been sent. */
    public GeminiOutcome ask(GeminiCredential credential, GeminiPrompt prompt, GeminiCall call) {
        Optional<Duration> pause = circuit.pause();
        if (pause.isPresent()) {
            return unavailable(pause.get());
        }
        URI url = config.streaming();
        HttpPost request = new HttpPost(url);
        request.setHeader(HttpHeaders.ACCEPT, EVENTS);
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        credential.sign(request);
        call.begins(request);
        try (CallWatch.Timing timing = http.calls().begin(GoogleCall.MODEL)) {
            OpenAnswer answer = http.ask(url, request, prompt.upload(), config.timeout());
            GeminiOutcome outcome = answer.status() == FOUND ? begun(answer)
                    : refused(credential, http.readOut(answer, REFUSAL_CAP));
            return timing.ended(endOf(outcome), outcome);
        } catch (GoogleTrouble trouble) {
            return failed(trouble, call);
        }
    }

    /** Reads the next piece of an answer; empty at its end. Fails with the outcome of the question. */
    public Optional<GeminiPiece> next(GeminiAnswer answer, GeminiCredential credential, GeminiCall call) throws GeminiFailed {
        try {
            Optional<String> event = answer.next();
            Optional<GeminiRefusal> refusal = event.flatMap(GeminiRefusal::inPiece);
            if (refusal.isPresent()) {
                throw new GeminiFailed(judged(credential, refusal.get()));
            }
            Optional<GeminiPiece> piece = event.flatMap(GeminiPiece::parse);
            if (event.isPresent() && piece.isEmpty()) {
                throw new GeminiFailed(unusable("unusable_body"));
            }
            return piece;
        } catch (GoogleTrouble trouble) {
            throw new GeminiFailed(failed(trouble, call));
        }
    }

    private GeminiOutcome begun(OpenAnswer answer) throws GoogleTrouble {
        boolean isEvents = answer.header(HttpHeaders.CONTENT_TYPE).orElse("").toLowerCase(Locale.ROOT).startsWith(EVENTS);
        if (answer.isEncoded() || !isEvents) {
            answer.close();
            return unusable("unusable_body");
        }
        calls.disabled().worked(API);
        try {
            return new GeminiOutcome.Answering(new GeminiAnswer(answer, circuit, System::nanoTime));
        } catch (IOException broken) {
            answer.close();
            throw new GoogleTrouble("connection_failed");
        }
    }

    private GeminiOutcome refused(GeminiCredential credential, Answer answer) {
        return judged(credential, new GeminiRefusal(ApiRefusal.of(answer, clock.instant())));
    }

    private GeminiOutcome judged(GeminiCredential credential, GeminiRefusal refusal) {
        GeminiOutcome outcome = refusal.outcome();
        ApiAnswer<?> answer = outcome instanceof GeminiOutcome.Refused refused ? refused.answer() : new ApiAnswer.BadRequest<>();
        if (answer instanceof ApiAnswer.Unavailable) {
            count();
        } else {
            circuit.succeeded();
        }
        if (refusal.refusal().isForWantOfTheApi()) {
            calls.disabled().refused(API, refusal.refusal().service());
        }
        if (refusal.isForTheModel() && told.isDue()) {
            GeminiLog.modelUnknown(config.model());
        }
        return isForTheKey(credential, answer) || refusal.isForTheKey() ? keyRefused() : outcome;
    }

    private static boolean isForTheKey(GeminiCredential credential, ApiAnswer<?> answer) {
        return credential instanceof GeminiCredential.Key && (answer instanceof ApiAnswer.Unauthorized
                || answer instanceof ApiAnswer.Forbidden || answer instanceof ApiAnswer.ScopeInsufficient);
    }

    private GeminiOutcome keyRefused() {
        if (told.isDue()) {
            GeminiLog.keyRefused();
        }
        return new GeminiOutcome.Refused(new ApiAnswer.Unusable<>());
    }

    private GeminiOutcome failed(GoogleTrouble trouble, GeminiCall call) {
        if (call.isCancelled()) {
            return new GeminiOutcome.Cancelled();
        }
        if (GoogleTrouble.REQUEST_CUT.equals(trouble.code())) {
            return new GeminiOutcome.DocumentBroken();
        }
        GeminiLog.trouble(trouble.code());
        count();
        return unavailable(AFTER_SILENCE);
    }

    private void count() {
        if (circuit.failed()) {
            GeminiLog.circuitOpened(ModelCircuit.PAUSE.toSeconds());
        }
    }

    private static GeminiOutcome unavailable(Duration retryAfter) {
        return new GeminiOutcome.Refused(new ApiAnswer.Unavailable<>(retryAfter));
    }

    private static GeminiOutcome unusable(String code) {
        GeminiLog.trouble(code);
        return new GeminiOutcome.Refused(new ApiAnswer.Unusable<>());
    }

    private static CallEnd endOf(GeminiOutcome outcome) {
        return outcome instanceof GeminiOutcome.Refused refused ? refused.answer().end() : CallEnd.ANSWERED;
    }
}
