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

/**
 * One account's credentials for whatever speaks google-auth-library. Every use asks custody, whose answer is a matter of
 * memory while the token is fresh: what was disconnected, lost or replaced is not used from a cache of the library.
 * They neither print nor serialise a token, as the library's own would.
 */
final class LentCredentials extends OAuth2CredentialsWithRefresh {

    private final transient TokenSource tokens;
    private transient volatile AccessToken lent;
    private transient AccessToken replacement;

    private LentCredentials(Builder builder, TokenSource tokens) {
        super(builder);
        this.tokens = tokens;
    }

    static LentCredentials of(TokenSource tokens) {
        Builder builder = newBuilder().setRefreshHandler(() -> plain(tokens.acquire()));
        // Custody alone knows what is stale; a margin of the library's could call every short-lived token so.
        builder.setRefreshMargin(Duration.ZERO).setExpirationMargin(Duration.ZERO);
        return new LentCredentials(builder, tokens);
    }

    @Override
    public Map<String, List<String>> getRequestMetadata(URI uri) throws IOException {
        lent = tokens.acquire();
        return Map.of("Authorization", List.of("Bearer " + lent.value().reveal()));
    }

    @Override
    public void getRequestMetadata(URI uri, Executor executor, RequestMetadataCallback callback) {
        executor.execute(() -> blockingGetToCallback(uri, callback));
    }

    @Override
    public void refreshIfExpired() throws IOException {
        super.refresh();
    }

    /** What clients call after a 401, some of them ten times: one forced refresh, and none for the token it brought. */
    @Override
    public synchronized void refresh() throws IOException {
        if (lent != null && (replacement == null || !lent.value().equals(replacement.value()))) {
            replacement = tokens.acquireInsteadOf(lent);
        }
        super.refresh();
    }

    @Override
    public String toString() {
        return "LentCredentials";
    }

    /** Before a byte is written; {@code writeObject} would come after the library's fields. */
    private Object writeReplace() throws NotSerializableException {
        throw new NotSerializableException(getClass().getName());
    }

    private static com.google.auth.oauth2.AccessToken plain(AccessToken token) {
        return new com.google.auth.oauth2.AccessToken(token.value().reveal(), Date.from(token.expiresAt()));
    }
}
