package dev.holdfast.standin.http;

import com.google.gson.JsonObject;
import java.util.Locale;

/** Errors of the token and revocation endpoints, with Google's statuses. */
public enum OAuthError {
    INVALID_REQUEST(400),
    INVALID_GRANT(400),
    INVALID_TOKEN(400),
    REDIRECT_URI_MISMATCH(400),
    UNSUPPORTED_GRANT_TYPE(400),
    ADMIN_POLICY_ENFORCED(400),
    ACCESS_DENIED(400),
    INVALID_CLIENT(401),
    DELETED_CLIENT(401),
    UNAUTHORIZED_CLIENT(401);

    private final int status;

    OAuthError(int status) {
        this.status = status;
    }

    public Refused refusal(String description) {
        return new Refused(answer(description, null));
    }

    public StandInAnswer answer(String description, String subtype) {
        JsonObject body = new JsonObject();
        body.addProperty("error", name().toLowerCase(Locale.ROOT));
        if (description != null) {
            body.addProperty("error_description", description);
        }
        if (subtype != null) {
            body.addProperty("error_subtype", subtype);
        }
        return StandInAnswer.json(status, body).uncached();
    }
}
