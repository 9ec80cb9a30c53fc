package dev.holdfast.standin.fault;

import com.google.gson.JsonParser;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.http.ApiError;
import dev.holdfast.standin.http.OAuthError;
import dev.holdfast.standin.http.StandInAnswer;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** The catalogue of faults by name, for buttons and JSON. The first group is for any area. */
public enum FaultKind {
    SLOW("Slow: answers after 3 seconds", () -> Fault.slow(Duration.ofSeconds(3))),
    HANG("Hangs: never answers", Fault::hang),
    DROP("Drops the connection", Fault::drop),
    DROP_MIDWAY("Drops the connection midway through the body", () -> Fault.dropMidway(1 << 20)),
    HANG_MIDWAY("Falls silent midway through the body", () -> Fault.hangMidway(1 << 20)),
    HTML_502(
            "502 with an HTML page",
            () -> html(502, "Error 502 (Server Error)!!1", "Please try again in 30 seconds.")),
    JSON_500("500 internal_failure", () -> json(500, "{\"error\": \"internal_failure\"}")),
    JSON_503("503 backend error", () -> Fault.answer(backendError(503))),
    EMPTY_503("503 with Retry-After and no body", () -> Fault.answer(503, Map.of("Retry-After", "2"), "")),
    STATUS_429("429 with Retry-After", () -> tooMany()),
    HTML_403("403 with an HTML page", () -> html(403, "Error 403 (Forbidden)!!1", "User Rate Limit Exceeded")),
    HTML_200(
            "200 with an HTML page",
            () -> html(200, "Sorry...", "We're sorry, your computer may be sending automated queries.")),
    EMPTY_200("200 with an empty body", () -> Fault.answer(200, Map.of(), "")),
    REDIRECT_302("302 to a sorry page", () -> Fault.redirect(URI.create("/elsewhere"))),
    REDIRECT_307("307 to elsewhere", () -> Fault.redirect(307, URI.create("/elsewhere"))),
    EMPTY_401("401 with an empty body", () -> Fault.answer(401, Map.of(), "")),

    INVALID_GRANT(
            "invalid_grant: expired or revoked",
            () -> refusal(OAuthError.INVALID_GRANT, "Token has been expired or revoked.", null)),
    ACCOUNT_DELETED(
            "invalid_grant: account deleted",
            () -> refusal(OAuthError.INVALID_GRANT, "The account has been deleted", null)),
    INVALID_RAPT(
            "invalid_grant, invalid_rapt: must sign in again",
            () -> refusal(OAuthError.INVALID_GRANT, "reauth related error (invalid_rapt)", "invalid_rapt")),
    RAPT_REQUIRED(
            "invalid_grant, rapt_required: must sign in again",
            () -> refusal(OAuthError.INVALID_GRANT, "reauth related error (rapt_required)", "rapt_required")),
    ADMIN_POLICY_ENFORCED(
            "admin_policy_enforced: blocked by the administrator",
            () -> refusal(OAuthError.ADMIN_POLICY_ENFORCED, "Blocked by the policy of the organization.", null)),
    ACCESS_DENIED(
            "access_denied: account restricted",
            () -> refusal(OAuthError.ACCESS_DENIED, "Account restricted", null)),
    INVALID_CLIENT("invalid_client: wrong secret", () -> refusal(OAuthError.INVALID_CLIENT, "Unauthorized", null)),
    DELETED_CLIENT("deleted_client", () -> refusal(OAuthError.DELETED_CLIENT, "The OAuth client was deleted.", null)),
    UNAUTHORIZED_CLIENT("unauthorized_client", () -> refusal(OAuthError.UNAUTHORIZED_CLIENT, "Unauthorized", null)),

    INVALID_TOKEN("API 401: token not accepted", () -> Fault.answer(ApiError.invalidToken())),
    RATE_LIMIT_EXCEEDED("API 403 rateLimitExceeded", () -> quota("rateLimitExceeded", "Rate Limit Exceeded")),
    USER_RATE_LIMIT_EXCEEDED(
            "API 403 userRateLimitExceeded",
            () -> quota("userRateLimitExceeded", "User Rate Limit Exceeded.")),
    INSUFFICIENT_FILE_PERMISSIONS("API 403 insufficientFilePermissions", () -> noPermission()),
    INSUFFICIENT_PERMISSIONS("API 403 insufficientPermissions: scope missing", () -> noScope()),
    ACCESS_NOT_CONFIGURED("API 403 accessNotConfigured: API not enabled", () -> notConfigured()),
    MODEL_QUOTA("Gemini 429 RESOURCE_EXHAUSTED, in 47 seconds", () -> Fault.answer(exhausted("PerMinute"))),
    MODEL_QUOTA_OF_TODAY("Gemini 429 RESOURCE_EXHAUSTED, for today", () -> Fault.answer(exhausted("PerDay"))),
    BACKEND_500("API 500 internalError", () -> Fault.answer(backendError(500)));

    private final String words;
    private final Supplier<Fault> fault;

    FaultKind(String words, Supplier<Fault> fault) {
        this.words = words;
        this.fault = fault;
    }

    public Fault fault() {
        return fault.get();
    }

    public String words() {
        return words;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static FaultKind of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    private static Fault html(int status, String title, String text) {
        return Fault.answer(StandInAnswer.html(status, "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>" + title
                + "</title><p><b>" + title + "</b></p><p>" + text + " <ins>That's all we know.</ins></p></html>\n"));
    }

    private static Fault json(int status, String body) {
        return Fault.answer(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
    }

    private static Fault refusal(OAuthError error, String description, String subtype) {
        return Fault.answer(error.answer(description, subtype));
    }

    private static Fault tooMany() {
        StandInAnswer answer = ApiError.usage(429, "rateLimitExceeded", "Rate Limit Exceeded").answer();
        return Fault.answer(answer.with("Retry-After", "3"));
    }

    private static StandInAnswer exhausted(String period) {
        return StandInAnswer.json(429, JsonParser.parseString("{\"error\":{\"code\":429,\"message\":\"You exceeded your"
                + " current quota.\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":[{\"@type\":"
                + "\"type.googleapis.com/google.rpc.QuotaFailure\",\"violations\":[{\"quotaMetric\":\"generate_content\","
                + "\"quotaId\":\"GenerateRequests" + period + "PerProject\"}]},"
                + "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"47s\"}]}}"));
    }

    private static Fault quota(String reason, String message) {
        return Fault.answer(ApiError.usage(403, reason, message).answer());
    }

    private static Fault noPermission() {
        String message = "The user does not have sufficient permissions for this file.";
        return Fault.answer(ApiError.global(403, "insufficientFilePermissions", message).answer());
    }

    private static Fault noScope() {
        return Fault.answer(ApiError.insufficientScope(StandInScopes.DRIVE + " " + StandInScopes.DRIVE_READONLY));
    }

    private static Fault notConfigured() {
        String message = "Google Drive API has not been used in project 123456789012 before or it is disabled.";
        return Fault.answer(ApiError.usage(403, "accessNotConfigured", message)
                .answer("PERMISSION_DENIED", "SERVICE_DISABLED"));
    }

    private static StandInAnswer backendError(int status) {
        return ApiError.global(status, status == 500 ? "internalError" : "backendError",
                        status == 500 ? "Internal Error" : "The service is currently unavailable.")
                .answer();
    }
}
