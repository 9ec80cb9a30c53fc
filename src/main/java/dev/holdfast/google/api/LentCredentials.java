package dev.holdfast.google.api;

import com.google.auth.RequestMetadataCallback;
import com.google.auth.oauth2.OAuth2CredentialsWithRefresh;
import dev.holdfast.google.token.AccessToken;
import java.io.IOException;
import java.io.NotSerializableException;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One account's credentials for clients of google-auth-library. Every use asks custody, which answers from memory while
 * the token is fresh: a token that was disconnected, lost or replaced is never used from the library's cache. Unlike the
 * library's own credentials, these neither print nor serialise a token.
 */
final class LentCredentials extends OAuth2CredentialsWithRefresh {

    private final transient TokenSource tokens;
    private transient volatile @Nullable AccessToken lent;
    private transient @Nullable AccessToken replacement;

    private LentCredentials(Builder builder, TokenSource tokens) {
        super(builder);
        this.tokens = tokens;
    }

    static LentCredentials of(TokenSource tokens) {
        Builder builder = newBuilder().setRefreshHandler(() -> plain(tokens.acquire()));
        // Custody alone decides what is stale: a margin of the library could make every short-lived token stale.
        builder.setRefreshMargin(Duration.ZERO).setExpirationMargin(Duration.ZERO);
        return new LentCredentials(builder, tokens);
    }

    @Override
    public Map<String, List<String>> getRequestMetadata(@Nullable URI uri) throws IOException {
        AccessToken token = tokens.acquire();
        lent = token;
        return Map.of("Authorization", List.of("Bearer " + token.value().reveal()));
    }

    @Override
    public void getRequestMetadata(URI uri, Executor executor, RequestMetadataCallback callback) {
        executor.execute(() -> blockingGetToCallback(uri, callback));
    }

    @Override
    public void refreshIfExpired() throws IOException {
        super.refresh();
    }

    /** Called by clients after a 401, by some ten times. Forces one refresh, and none for the token that it brought. */
    @Override
    public synchronized void refresh() throws IOException {
        AccessToken refused = lent;
        if (refused != null && (replacement == null || !refused.value().equals(replacement.value()))) {
            replacement = tokens.acquireInsteadOf(refused);
        }
        super.refresh();
    }

    @Override
    public String toString() {
        return "LentCredentials";
    }

    /** Refuses before a byte is written; {@code writeObject} would run after the library's fields are written. */
    private Object writeReplace() throws NotSerializableException {
        throw new NotSerializableException(getClass().getName());
    }

    private static com.google.auth.oauth2.AccessToken plain(AccessToken token) {
        return new com.google.auth.oauth2.AccessToken(token.value().reveal(), Date.from(token.expiresAt()));
    }
}
