package dev.holdfast.google.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.crypto.entity.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** RFC 6749 section 5.1: an answer may omit the scopes if they are those of the request. */
class GrantedTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void orScopesWhenTheAnswerDidNotTellThenThoseAskedForInOneSpelling() {
        assertEquals(Set.of("openid", "https://www.googleapis.com/auth/userinfo.email"),
                granted(Set.of()).orScopes(Set.of("openid", "email")).accessToken().scopes());
    }

    @Test
    void orScopesWhenTheAnswerToldThenThose() {
        assertEquals(granted(Set.of("openid")), granted(Set.of("openid")).orScopes(Set.of("openid", "email")));
    }

    private static GrantedTokens granted(Set<String> scopes) {
        return new GrantedTokens(new AccessToken(Secret.of("a"), scopes, NOW, NOW.plusSeconds(3600)),
                Optional.of(Secret.of("r")), Optional.empty());
    }
}
