package dev.holdfast.problem;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One refusal as told to the client: the members of RFC 9457, the stable {@code code}, and the few extension members that
 * the contract names ({@code reason}, {@code retry_after} in seconds, {@code missing_scopes}, {@code sign_in},
 * {@code web_view_link}, {@code google_reason}). All wording is ours: a problem never quotes free text from outside.
 */
public record Problem(ProblemCode code, String detail, Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** The page that a {@code sign_in} link leads back to when no other page is known. */
    public static final URI HOME = URI.create("/");

    public static Problem of(ProblemCode code) {
        return new Problem(code, code.detail(), Map.of());
    }

    public Problem withDetail(String detail) {
        return new Problem(code, detail, extensions);
    }

    public Problem withReason(@Nullable String reason) {
        return with("reason", reason);
    }

    public Problem withRetryAfter(long seconds) {
        return with("retry_after", Math.max(1, seconds));
    }

    /** Rounds up, so that a client never retries too early. */
    public Problem withRetryAfter(Duration wait) {
        return withRetryAfter(wait.plusMillis(999).toSeconds());
    }

    /**
     * Names why Google refused, in one of our words; null if that is unknown. The member {@code reason} repeats it, for
     * clients that read {@code reason} of every refusal.
     */
    public Problem withGoogleReason(@Nullable String word) {
        return with("google_reason", word).with("reason", word);
    }

    /** Adds the missing scopes, and a {@code sign_in} link that asks for exactly these and leads back to a page of ours. */
    public Problem withMissingScopes(List<String> scopes, URI page) {
        String asked = URLEncoder.encode(String.join(" ", scopes), StandardCharsets.UTF_8);
        return with("missing_scopes", List.copyOf(scopes))
                .with("sign_in", "/auth/login?scope=" + asked + "&return_to=" + page);
    }

    /**
     * Makes the {@code sign_in} link, if there is one, offer that account at Google, so that the wrong account is not asked.
     */
    public Problem withLoginHint(String address) {
        return extensions.get("sign_in") instanceof String link
                ? with("sign_in", link + "&login_hint=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                : this;
    }

    public Problem withWebViewLink(@Nullable String link) {
        return with("web_view_link", link);
    }

    /** Returns the seconds for the {@code Retry-After} header, if the problem has them. */
    public OptionalLong retryAfter() {
        return extensions.get("retry_after") instanceof Long seconds ? OptionalLong.of(seconds) : OptionalLong.empty();
    }

    /** Returns all members in the order of RFC 9457 section 3.1, extensions last. */
    public Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", "about:blank");
        members.put("title", code.title());
        members.put("status", code.status());
        members.put("detail", detail);
        members.put("code", code.code());
        members.putAll(extensions);
        return members;
    }

    private Problem with(String member, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, Object> extended = new LinkedHashMap<>(extensions);
        extended.put(member, value);
        return new Problem(code, detail, extended);
    }
}
