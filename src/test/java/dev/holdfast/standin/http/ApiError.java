package dev.holdfast.standin.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** Errors of Google's APIs, in the shape Drive v3 gives them. */
public record ApiError(int status, String message, String domain, String reason, String location, String locationType) {

    public static ApiError parameter(int status, String reason, String location, String message) {
        return new ApiError(status, message, "global", reason, location, "parameter");
    }

    public static ApiError global(int status, String reason, String message) {
        return new ApiError(status, message, "global", reason, null, null);
    }

    public static ApiError usage(int status, String reason, String message) {
        return new ApiError(status, message, "usageLimits", reason, null, null);
    }

    public Refused refusal() {
        return new Refused(answer());
    }

    public StandInAnswer answer() {
        return StandInAnswer.json(status, body(null, null)).uncached();
    }

    /** Returns the answer with the newer members {@code status} and {@code details}. */
    public StandInAnswer answer(String canonicalStatus, String detail) {
        return StandInAnswer.json(status, body(canonicalStatus, detail)).uncached();
    }

    public static StandInAnswer invalidToken() {
        return new ApiError(
                        401,
                        "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie"
                                + " or other valid authentication credential. See"
                                + " https://developers.google.com/identity/sign-in/web/devconsole-project.",
                        "global", "authError", "Authorization", "header")
                .answer("UNAUTHENTICATED", "ACCESS_TOKEN_EXPIRED")
                .with("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\", error=\"invalid_token\"");
    }

    public static StandInAnswer missingToken() {
        return new ApiError(
                        401,
                        "Request is missing required authentication credential. Expected OAuth 2 access token, login"
                                + " cookie or other valid authentication credential.",
                        "global", "required", "Authorization", "header")
                .answer("UNAUTHENTICATED", "CREDENTIALS_MISSING")
                .with("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\"");
    }

    public static StandInAnswer insufficientScope(String acceptable) {
        return new ApiError(
                        403, "Request had insufficient authentication scopes.",
                        "global", "insufficientPermissions", null, null)
                .answer("PERMISSION_DENIED", "ACCESS_TOKEN_SCOPE_INSUFFICIENT")
                .with("WWW-Authenticate", "Bearer realm=\"https://accounts.google.com/\", "
                        + "error=\"insufficient_scope\", scope=\"" + acceptable + "\"");
    }

    private JsonObject body(String canonicalStatus, String detail) {
        JsonObject error = new JsonObject();
        error.addProperty("code", status);
        error.addProperty("message", message);
        JsonArray errors = new JsonArray();
        errors.add(single());
        error.add("errors", errors);
        if (canonicalStatus != null) {
            error.addProperty("status", canonicalStatus);
            error.add("details", details(detail));
        }
        JsonObject body = new JsonObject();
        body.add("error", error);
        return body;
    }

    private JsonObject single() {
        JsonObject single = new JsonObject();
        single.addProperty("message", message);
        single.addProperty("domain", domain);
        single.addProperty("reason", reason);
        if (location != null) {
            single.addProperty("location", location);
            single.addProperty("locationType", locationType);
        }
        return single;
    }

    private static JsonArray details(String reason) {
        JsonObject info = new JsonObject();
        info.addProperty("@type", "type.googleapis.com/google.rpc.ErrorInfo");
        info.addProperty("reason", reason);
        info.addProperty("domain", "googleapis.com");
        JsonArray details = new JsonArray();
        details.add(info);
        return details;
    }
}
