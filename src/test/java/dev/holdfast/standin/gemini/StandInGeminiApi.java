package dev.holdfast.standin.gemini;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.http.ApiError;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.token.BearerCheck;
import dev.holdfast.standin.world.Switch;
import dev.holdfast.standin.world.World;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code POST /v1/models/{model}:streamGenerateContent?alt=sse}, with a token or the key; and the same at Vertex AI, {@code
 * /v1beta1/projects/{project}/locations/{location}/publishers/google/models/{model}:...}, with a token of another scope.
 */
public final class StandInGeminiApi {

    public static final String ROOT = "/v1/models";

    /** The path below which projects are at Vertex AI. */
    public static final String VERTEX = "/v1beta1/projects";

    /** The only API key that is accepted. */
    public static final String KEY = "standin-gemini-key-0123456789";

    private static final String KEY_HEADER = "x-goog-api-key";
    private static final String STREAM = ":streamGenerateContent";
    private static final String MODELS = "/models/";
    private static final Set<String> ACCEPTABLE = Set.of(StandInScopes.GEMINI);
    private static final Set<String> ACCEPTABLE_AT_VERTEX = Set.of(StandInScopes.CLOUD_PLATFORM);

    private final World world;
    private final BearerCheck bearer;

    public StandInGeminiApi(World world) {
        this.world = world;
        this.bearer = new BearerCheck(world);
    }

    /** Every request below {@link #ROOT} and {@link #VERTEX}. */
    public StandInAnswer answer(Call call) {
        String person = caller(call);
        String[] target = call.path().substring(call.path().lastIndexOf(MODELS) + MODELS.length()).split(":", 2);
        GeminiAnswerKind kind = GeminiAnswerKind.of(world.switches().get(Switch.GEMINI_ANSWER, person));
        if (kind == GeminiAnswerKind.RETIRED || !target[0].startsWith("gemini-") || !isStream(call)) {
            return GeminiErrors.of(404, "NOT_FOUND", "models/" + target[0] + " is not found for API version v1.");
        }
        GeminiQuestion question = question(call);
        if (kind == GeminiAnswerKind.TOO_LONG) {
            return GeminiErrors.of(400, "INVALID_ARGUMENT",
                    "The input token count exceeds the maximum number of tokens allowed 1048576.");
        }
        List<JsonObject> pieces = GeminiPieces.of(question, kind);
        long pause = Long.parseLong(world.switches().get(Switch.GEMINI_PAUSE, person));
        return StandInAnswer.chunked(Map.of("Content-Type", "text/event-stream"), out -> stream(out, pieces, pause));
    }

    private static boolean isStream(Call call) {
        return call.method().equals("POST") && call.path().endsWith(STREAM) && "sse".equals(call.query().get("alt"));
    }

    /** Returns the person whose token it is, null for the key. Both together are refused. */
    private String caller(Call call) {
        String key = call.header(KEY_HEADER);
        if (call.path().startsWith(VERTEX)) {
            return bearer.token(call, ACCEPTABLE_AT_VERTEX).person();
        }
        if (key == null) {
            return bearer.token(call, ACCEPTABLE).person();
        }
        if (call.bearer() != null) {
            throw ApiError.global(400, "badRequest", "Multiple authentication credentials received.").refusal();
        }
        if (!key.equals(KEY)) {
            throw GeminiErrors.refusedKey();
        }
        return null;
    }

    private static GeminiQuestion question(Call call) {
        try {
            return GeminiQuestion.of(JsonParser.parseString(call.body()).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException | NullPointerException | IllegalArgumentException malformed) {
            throw ApiError.global(400, "badRequest", "Invalid JSON payload received.").refusal();
        }
    }

    private static void stream(OutputStream out, List<JsonObject> pieces, long pause) throws IOException {
        for (JsonObject piece : pieces) {
            out.write(("data: " + piece + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            rest(pause);
        }
    }

    private static void rest(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
