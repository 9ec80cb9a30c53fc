package dev.holdfast.gateway.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The query of a request: decoded once and checked. It carries no credential, no other person's quota, no script callback
 * and no resumable upload; {@code alt} is json, media or sse (Google API "System parameters"). A name counts in any case, and
 * also with the {@code $} that Google accepts before it.
 */
public record ApiQuery(List<Map.Entry<String, String>> parameters) {

    private static final int MOST_PARAMETERS = 100;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}|[\\x{80}-\\x{9F}]");

    private static final Set<String> REFUSED = Set.of("access_token", "oauth_token", "bearer_token", "key", "api_key",
            "quotauser", "userip", "callback", "xgafv", "upload_id");
    private static final Set<String> FORMS = Set.of("json", "media", "sse");
    private static final Set<String> UPLOAD_KINDS = Set.of("uploadtype", "upload_protocol");

    public ApiQuery {
        parameters = List.copyOf(parameters);
    }

    /** Parses the encoded query; empty if it is refused. {@code encoded}: null if the request has none. */
    public static Optional<ApiQuery> parse(@Nullable String encoded) {
        List<Map.Entry<String, String>> parameters = new ArrayList<>();
        for (String pair : encoded == null || encoded.isEmpty() ? new String[0] : encoded.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            Optional<String> name = decoded(parts[0]);
            Optional<String> value = decoded(parts.length > 1 ? parts[1] : "");
            if (name.isEmpty() || value.isEmpty() || !isAllowed(name.get(), value.get())
                    || parameters.size() == MOST_PARAMETERS) {
                return Optional.empty();
            }
            parameters.add(Map.entry(name.get(), value.get()));
        }
        return Optional.of(new ApiQuery(parameters));
    }

    /** Decodes a name or a value, in which a plus sign is a space (URL Standard, "application/x-www-form-urlencoded"). */
    private static Optional<String> decoded(String text) {
        return PercentCoding.decode(text.replace("+", "%20")).filter(value -> !CONTROL.matcher(value).find());
    }

    private static boolean isAllowed(String name, String value) {
        String plain = name.toLowerCase(Locale.ROOT).strip().replaceFirst("^\\$\\.?", "");
        if (plain.isEmpty() || REFUSED.contains(plain)) {
            return false;
        }
        return plain.equals("alt") ? FORMS.contains(value)
                : !UPLOAD_KINDS.contains(plain) || !value.toLowerCase(Locale.ROOT).strip().equals("resumable");
    }

    /** Returns the query in its encoded form with its question mark; empty without parameters. */
    public String encoded() {
        return parameters.isEmpty() ? "" : parameters.stream()
                .map(each -> PercentCoding.encodeQuery(each.getKey()) + "=" + PercentCoding.encodeQuery(each.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }
}
