package dev.holdfast.standin.signal;

import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.PlainObject;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import dev.holdfast.standin.idtoken.StandInSigningKeys;

/** Signs security event tokens, correct and forged ones. */
final class SetSigner {

    private static final long HOUR = 3600;
    private static final int LARGE = 20_000;

    private final StandInSigningKeys keys;

    SetSigner(StandInSigningKeys keys) {
        this.keys = keys;
    }

    String sign(SetDraft draft, SetForgery forgery) {
        Payload claims = new Payload(forged(draft, forgery).toString());
        RSAKey ours = keys.current();
        RSAKey stranger = keys.stranger();
        try {
            return switch (forgery) {
                case NO_TOKEN -> "{\"events\":{}}";
                case ALG_NONE -> new PlainObject(claims).serialize();
                case HS256_WITH_PUBLIC_KEY -> {
                    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(ours.getKeyID()).build();
                    JWSObject jws = new JWSObject(header, claims);
                    jws.sign(new MACSigner(ours.toRSAPublicKey().getEncoded()));
                    yield jws.serialize();
                }
                case OTHER_KEY -> signed(claims, draft.type(), ours.getKeyID(), stranger);
                case UNKNOWN_KID -> signed(claims, draft.type(), stranger.getKeyID(), stranger);
                case ACCESS_TOKEN_TYPE -> signed(claims, "at+jwt", ours.getKeyID(), ours);
                default -> signed(claims, draft.type(), ours.getKeyID(), ours);
            };
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    String sign(JsonObject claims, String type) {
        try {
            return signed(new Payload(claims.toString()), type, keys.current().getKeyID(), keys.current());
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static JsonObject forged(SetDraft draft, SetForgery forgery) {
        JsonObject claims = draft.claims();
        switch (forgery) {
            case EXPIRED -> claims.addProperty("exp", draft.issuedAt().getEpochSecond() - HOUR);
            case FOREIGN_AUDIENCE -> claims.addProperty("aud", "another-client.apps.example");
            case FOREIGN_ISSUER -> claims.addProperty("iss", "https://issuer.example/");
            case NO_JTI -> claims.remove("jti");
            case NO_IAT -> claims.remove("iat");
            case AHEAD -> claims.addProperty("iat", draft.issuedAt().getEpochSecond() + HOUR);
            case TWO_EVENTS -> claims.getAsJsonObject("events").add("https://events.example/other", new JsonObject());
            case NO_EVENTS -> claims.remove("events");
            case TOO_LARGE -> claims.addProperty("padding", "x".repeat(LARGE));
            default -> { }
        }
        return claims;
    }

    private static String signed(Payload claims, String type, String keyId, RSAKey key) throws JOSEException {
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId);
        JWSObject jws = new JWSObject((type.isEmpty() ? header : header.type(new JOSEObjectType(type))).build(), claims);
        jws.sign(new RSASSASigner(key));
        return jws.serialize();
    }
}
