package dev.holdfast.standin.signal;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The content of a token before it is signed. {@code audience}: the client id; {@code inSubId}: whether the subject stands
 * beside the event, as in the Shared Signals Framework 1.0, instead of inside it.
 */
public record SetDraft(String uri, JsonObject subject, JsonObject members, String issuer, String audience, Instant issuedAt,
        String id, boolean inSubId, String type) {

    private static final String SECEVENT = "https://schemas.openid.net/secevent/";

    static SetDraft of(String event, JsonObject subject, String issuer, String audience, Instant now) {
        return new SetDraft(uri(event), subject, new JsonObject(), issuer, audience, now, UUID.randomUUID().toString(), false,
                "JWT");
    }

    /** Returns the URI of a short name; a URI stays as it is. */
    private static String uri(String event) {
        if (event.startsWith("https:")) {
            return event;
        }
        boolean oauth = event.equals("tokens-revoked") || event.equals("token-revoked");
        return SECEVENT + (oauth ? "oauth" : "risc") + "/event-type/" + event;
    }

    public SetDraft with(String member, String value) {
        JsonObject more = members.deepCopy();
        more.addProperty(member, value);
        return new SetDraft(uri, subject, more, issuer, audience, issuedAt, id, inSubId, type);
    }

    /** Returns the same event as if it had happened earlier, or later if negative. */
    public SetDraft earlier(Duration by) {
        return new SetDraft(uri, subject, members, issuer, audience, issuedAt.minus(by), id, inSubId, type);
    }

    public SetDraft from(String otherIssuer) {
        return new SetDraft(uri, subject, members, otherIssuer, audience, issuedAt, id, inSubId, type);
    }

    public SetDraft to(String otherAudience) {
        return new SetDraft(uri, subject, members, issuer, otherAudience, issuedAt, id, inSubId, type);
    }

    /** Returns the same event in the form of the Shared Signals Framework 1.0. */
    public SetDraft asSharedSignal() {
        JsonObject named = subject.deepCopy();
        named.addProperty("format", "iss_sub");
        named.remove("subject_type");
        return new SetDraft(uri, named, members, issuer, audience, issuedAt, id, true, "secevent+jwt");
    }

    /** Returns the same token with another {@code typ}; empty for none. */
    public SetDraft typed(String otherType) {
        return new SetDraft(uri, subject, members, issuer, audience, issuedAt, id, inSubId, otherType);
    }

    JsonObject claims() {
        JsonObject event = members.deepCopy();
        if (!inSubId && subject.size() > 0) {
            event.add("subject", subject);
        }
        JsonObject events = new JsonObject();
        events.add(uri, event);
        JsonObject claims = new JsonObject();
        claims.addProperty("iss", issuer);
        claims.addProperty("aud", audience);
        claims.addProperty("iat", issuedAt.getEpochSecond());
        claims.addProperty("jti", id);
        claims.add("events", events);
        if (inSubId) {
            claims.add("sub_id", subject);
        }
        return claims;
    }
}
