package dev.holdfast.standin.grant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The grants of all people, and all tokens issued for them. */
public final class StandInGrants {

    /** The most live refresh tokens per person and client; one more, and the oldest dies silently. */
    public static final int MOST_REFRESH_TOKENS = 100;

    private static final int MOST_ACCESS_TOKENS = 50_000;

    private final Map<String, StandInGrant> grants = new HashMap<>();
    private final Map<String, Token> refreshTokens = new LinkedHashMap<>();
    private final Map<String, Token> accessTokens = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Token> eldest) {
            return size() > MOST_ACCESS_TOKENS;
        }
    };

    public synchronized StandInGrant consent(String person, Set<String> scopes) {
        StandInGrant grant = grants.computeIfAbsent(person, StandInGrant::new);
        grant.widen(scopes);
        return grant;
    }

    /** Returns the scopes that the person allowed so far; empty without a grant. */
    public synchronized Set<String> scopesOf(String person) {
        StandInGrant grant = grants.get(person);
        return grant == null ? Set.of() : grant.scopes();
    }

    public synchronized void addAccessToken(Token token) {
        accessTokens.put(token.value(), token);
    }

    public synchronized void addRefreshToken(Token token, Instant now) {
        List<Token> live = liveRefreshTokens(token.person(), token.client(), now);
        if (live.size() >= MOST_REFRESH_TOKENS) {
            live.get(0).kill();
        }
        refreshTokens.put(token.value(), token);
    }

    public synchronized Optional<Token> refreshToken(String value) {
        return Optional.ofNullable(refreshTokens.get(value));
    }

    public synchronized Optional<Token> accessToken(String value) {
        return Optional.ofNullable(accessTokens.get(value));
    }

    public synchronized boolean isLive(Token token, Instant now) {
        return token.isLiveAt(now);
    }

    public synchronized void kill(Token token) {
        token.kill();
    }

    public synchronized void revoke(StandInGrant grant) {
        grant.revoke();
        grants.remove(grant.person(), grant);
    }

    public synchronized void revoke(String person) {
        StandInGrant grant = grants.get(person);
        if (grant != null) {
            revoke(grant);
        }
    }

    /** Ends the refresh tokens but keeps the consent: the next sign-in shows no consent and yields no refresh token. */
    public synchronized void killRefreshTokens(String person) {
        kill(refreshTokens, person);
    }

    public synchronized void killAccessTokens(String person) {
        kill(accessTokens, person);
    }

    public synchronized int liveRefreshTokens(String person, Instant now) {
        return (int) refreshTokens.values().stream()
                .filter(token -> token.person().equals(person) && token.isLiveAt(now))
                .count();
    }

    /** Returns the refresh token that the person was given last, whether or not it still works. */
    public synchronized Optional<String> latestRefreshToken(String person) {
        return refreshTokens.values().stream().filter(token -> token.person().equals(person)).map(Token::value)
                .reduce((earlier, later) -> later);
    }

    public synchronized void reset() {
        grants.clear();
        refreshTokens.clear();
        accessTokens.clear();
    }

    private List<Token> liveRefreshTokens(String person, String client, Instant now) {
        List<Token> live = new ArrayList<>();
        for (Token token : refreshTokens.values()) {
            if (token.person().equals(person) && token.client().equals(client) && token.isLiveAt(now)) {
                live.add(token);
            }
        }
        return live;
    }

    private static void kill(Map<String, Token> tokens, String person) {
        tokens.values().stream().filter(token -> token.person().equals(person)).forEach(Token::kill);
    }
}
