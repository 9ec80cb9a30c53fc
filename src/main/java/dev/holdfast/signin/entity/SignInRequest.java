package dev.holdfast.signin.entity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parsed parameters of {@code /auth/login}; unusable values are treated as absent. */
public record SignInRequest(ReturnTo returnTo, Optional<String> loginHint, Set<String> scopes, Prompt prompt, Begun begun,
        Set<UUID> previousSessions) {

    /** The page that Google is asked to show even if it is not needed: its consent page, or the choice of accounts. */
    public enum Prompt {
        AS_NEEDED,
        CONSENT,
        SELECT_ACCOUNT;

        private static Prompt of(@Nullable String word) {
            return "consent".equals(word) ? CONSENT : "select_account".equals(word) ? SELECT_ACCOUNT : AS_NEEDED;
        }
    }

    private static final Pattern HINT = Pattern.compile("[^\\p{C}\\s]{1,320}");
    private static final int LONGEST_SCOPE_LIST = 4096;

    public SignInRequest {
        scopes = Set.copyOf(scopes);
        previousSessions = Set.copyOf(previousSessions);
    }

    public static SignInRequest parse(@Nullable String returnTo, @Nullable String loginHint, @Nullable String scope,
            @Nullable String prompt) {
        return new SignInRequest(ReturnTo.parse(returnTo),
                Optional.ofNullable(loginHint).filter(hint -> HINT.matcher(hint).matches()), scopes(scope),
                Prompt.of(prompt), Begun.HERE, Set.of());
    }

    /**
     * Returns this request with its origin and the earlier sessions. A request from another site loses its prompt, so
     * that such a site cannot make Google show an extra page.
     */
    public SignInRequest begun(Begun where, Set<UUID> sessionsBefore) {
        return new SignInRequest(returnTo, loginHint, scopes, where == Begun.HERE ? prompt : Prompt.AS_NEEDED, where,
                sessionsBefore);
    }

    /** Splits a list of scopes (RFC 6749 section 3.3). */
    private static Set<String> scopes(@Nullable String list) {
        return list == null || list.isBlank() || list.length() > LONGEST_SCOPE_LIST
                ? Set.of()
                : Set.copyOf(List.of(list.strip().split("\\s+")));
    }
}
