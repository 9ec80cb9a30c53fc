package dev.holdfast.standin.streaming;

import com.google.gson.JsonObject;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.token.BearerCheck;
import dev.holdfast.standin.world.World;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code GET /streaming/v1/events?count=} sends events without a length, {@code /bytes?count=&type=} so many bytes with one,
 * with headers that no gateway should pass on; anything else tells what was sent.
 */
public final class StreamingApi {

    public static final String ROOT = "/streaming/v1";

    private static final long MOST = 1L << 30;
    private static final int PIECE = 64 * 1024;

    private final BearerCheck bearer;

    public StreamingApi(World world) {
        this.bearer = new BearerCheck(world);
    }

    public StandInAnswer answer(Call call) {
        bearer.token(call);
        long count = Math.min(MOST, Long.parseLong(call.query().get("count", "100")));
        return switch (call.path().substring(ROOT.length())) {
            case "/events" -> events(count);
            case "/bytes" -> bytes(count, call.query().get("type", "application/octet-stream"));
            default -> echo(call);
        };
    }

    private static StandInAnswer events(long count) {
        return StandInAnswer.chunked(Map.of("Content-Type", "text/event-stream"), out -> {
            for (long event = 1; event <= count; event++) {
                out.write(("data: " + event + "\n\n").getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        });
    }

    private static StandInAnswer bytes(long count, String type) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Content-Type", type, "Set-Cookie", "spy=1; Path=/",
                "Access-Control-Allow-Origin", "*", "Content-Disposition", "inline", "Link", "<x>; rel=preload",
                "Alt-Svc", "h3=\":443\"", "ETag", "\"bytes\""));
        headers.put("Content-Security-Policy", "default-src *");
        byte[] piece = new byte[PIECE];
        return new StandInAnswer(200, headers, count, out -> {
            for (long left = count; left > 0; left -= PIECE) {
                out.write(piece, 0, (int) Math.min(left, PIECE));
            }
        });
    }

    private static StandInAnswer echo(Call call) {
        JsonObject seen = new JsonObject();
        seen.addProperty("method", call.method());
        seen.addProperty("path", call.path());
        seen.addProperty("body", call.body().length());
        JsonObject headers = new JsonObject();
        call.headers().forEach(headers::addProperty);
        headers.remove("Authorization");
        seen.add("headers", headers);
        return StandInAnswer.json(200, seen);
    }
}
