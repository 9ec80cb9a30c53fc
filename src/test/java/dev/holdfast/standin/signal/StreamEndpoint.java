package dev.holdfast.standin.signal;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.world.Switch;
import dev.holdfast.standin.world.World;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The RISC API at {@code /v1beta}: checks what Google checks, and refuses in Google's words. */
public final class StreamEndpoint {

    private static final String AUDIENCE = "https://risc.googleapis.com/google.identity.risc.v1beta.RiscManagementService";
    private static final String VERIFICATION = "https://schemas.openid.net/secevent/risc/event-type/verification";

    private final World world;
    private final StandInSignals signals;

    public StreamEndpoint(World world, StandInSignals signals) {
        this.world = world;
        this.signals = signals;
    }

    public StandInAnswer setup(Call call) {
        admit(call);
        return StandInAnswer.json(200, existing());
    }

    public StandInAnswer update(Call call) {
        admit(call);
        JsonObject whole = body(call);
        if (!whole.has("delivery") || !whole.has("events_requested")) {
            throw StreamError.FIELD_MISSING.refusal();
        }
        URI url = URI.create(whole.getAsJsonObject("delivery").get("url").getAsString());
        boolean here = List.of("localhost", "127.0.0.1").contains(url.getHost());
        if (!"https".equals(url.getScheme()) && !here) {
            throw StreamError.NOT_HTTPS.refusal();
        }
        signals.stream().change(whole);
        return StandInAnswer.json(200, new JsonObject());
    }

    public StandInAnswer status(Call call) {
        admit(call);
        existing();
        JsonObject status = new JsonObject();
        status.addProperty("status", signals.stream().isEnabled() ? "enabled" : "disabled");
        return StandInAnswer.json(200, status);
    }

    public StandInAnswer changeStatus(Call call) {
        admit(call);
        existing();
        JsonElement status = body(call).get("status");
        if (status == null || !List.of("enabled", "disabled").contains(status.getAsString())) {
            throw StreamError.STATUS_INVALID.refusal();
        }
        signals.stream().enable(status.getAsString().equals("enabled"));
        return StandInAnswer.json(200, new JsonObject());
    }

    /** Delivers a verification event, if that type was requested and the stream is enabled. */
    public StandInAnswer verify(Call call) {
        admit(call);
        JsonObject setup = existing();
        String state = body(call).get("state").getAsString();
        signals.stream().verify(state);
        boolean requested = setup.getAsJsonArray("events_requested").asList().stream()
                .anyMatch(each -> each.getAsString().equals(VERIFICATION));
        if (requested && signals.stream().isEnabled()) {
            String token = signals.token(signals.verification(state));
            signals.deliverLater(URI.create(signals.stream().url().orElseThrow()), token, Duration.ofMillis(50), 1);
        }
        return StandInAnswer.json(200, new JsonObject());
    }

    private JsonObject existing() {
        return signals.stream().setup().orElseThrow(StreamError.NO_STREAM::refusal);
    }

    private void admit(Call call) {
        world.markers().saw("service_account_token", call.bearer());
        if (call.bearer() == null || !isGenuine(call.bearer())) {
            throw StreamError.UNAUTHORIZED.refusal();
        }
        String refusal = world.switches().get(Switch.STREAM_REFUSAL);
        if (!refusal.isEmpty()) {
            throw StreamError.of(refusal).refusal();
        }
    }

    /** Tells whether the service account signed the token itself, for this API and for an hour at the most. */
    private boolean isGenuine(String bearer) {
        try {
            SignedJWT jwt = SignedJWT.parse(bearer);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Instant now = world.clock().instant();
            return JWSAlgorithm.RS256.equals(jwt.getHeader().getAlgorithm())
                    && signals.stream().key(jwt.getHeader().getKeyID()).filter(key -> verifies(key, jwt)).isPresent()
                    && StandInStream.ACCOUNT.equals(claims.getIssuer()) && StandInStream.ACCOUNT.equals(claims.getSubject())
                    && claims.getAudience().equals(List.of(AUDIENCE))
                    && claims.getExpirationTime().toInstant().isAfter(now)
                    && !claims.getIssueTime().toInstant().isAfter(now.plusSeconds(60))
                    && !claims.getExpirationTime().toInstant().isAfter(claims.getIssueTime().toInstant().plusSeconds(3600));
        } catch (ParseException unreadable) {
            return false;
        }
    }

    private static boolean verifies(RSAKey key, SignedJWT jwt) {
        try {
            return jwt.verify(new RSASSAVerifier(key));
        } catch (JOSEException failed) {
            return false;
        }
    }

    private static JsonObject body(Call call) {
        try {
            return JsonParser.parseString(call.body()).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException unreadable) {
            throw StreamError.FIELD_MISSING.refusal();
        }
    }
}
