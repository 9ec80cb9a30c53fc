package dev.holdfast.google.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.auth.RequestMetadataCallback;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.token.AccessToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LentCredentialsTest {

    private static final URI API = URI.create("https://www.googleapis.com/");

    private final Keeper keeper = new Keeper();
    private final LentCredentials credentials = LentCredentials.of(keeper);

    @Test
    void requestMetadataWhenCustodyHasAnotherTokenThenThatOneServesAtOnce() throws IOException {
        assertEquals(bearer("ya29.t0"), credentials.getRequestMetadata(API));
        keeper.replaced++;
        assertEquals(bearer("ya29.t1"), credentials.getRequestMetadata(API));
    }

    @Test
    void requestMetadataWhenCustodyRefusesThenItsOwnExceptionComesThrough() throws Exception {
        credentials.getRequestMetadata(API);
        keeper.refusal = new IOException("lost");

        assertSame(keeper.refusal, assertThrows(IOException.class, () -> credentials.getRequestMetadata(API)));
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        credentials.getRequestMetadata(API, Runnable::run, new RequestMetadataCallback() {
            @Override
            public void onSuccess(Map<String, List<String>> metadata) {
                told.complete(null);
            }

            @Override
            public void onFailure(Throwable failure) {
                told.complete(failure);
            }
        });
        assertSame(keeper.refusal, told.get());
    }

    @Test
    void refreshIfExpiredWhenTheTokenHasSecondsLeftThenItIsWhatCustodySays() throws IOException {
        credentials.refreshIfExpired();
        keeper.replaced++;
        credentials.refreshIfExpired();

        assertEquals("ya29.t1", credentials.getAccessToken().getTokenValue());
        assertEquals(0, keeper.forced);
    }

    @Test
    void refreshWhenAskedAgainAndAgainThenForcesOnceForEachTokenRefused() throws IOException {
        for (int attempt = 0; attempt < 10; attempt++) {
            credentials.getRequestMetadata(API);
            credentials.refresh();
        }
        assertEquals(1, keeper.forced);

        keeper.replaced++;
        credentials.getRequestMetadata(API);
        credentials.refresh();
        assertEquals(2, keeper.forced);
    }

    @Test
    void toStringWhenATokenIsHeldThenShowsNone() throws IOException {
        credentials.refresh();
        credentials.getRequestMetadata(API);

        assertFalse(credentials.toString().contains("ya29"), credentials.toString());
    }

    @Test
    void serialisationWhenTriedThenRefused() throws IOException {
        credentials.refresh();

        ByteArrayOutputStream written = new ByteArrayOutputStream();
        assertThrows(NotSerializableException.class, () -> new ObjectOutputStream(written).writeObject(credentials));
        assertFalse(written.toString(StandardCharsets.ISO_8859_1).contains("ya29"), "not even a part of it");
    }

    private static Map<String, List<String>> bearer(String token) {
        return Map.of("Authorization", List.of("Bearer " + token));
    }

    private static final class Keeper implements TokenSource {

        private int replaced;
        private int forced;
        private IOException refusal;

        @Override
        public AccessToken acquire() throws IOException {
            if (refusal != null) {
                throw refusal;
            }
            Instant now = Instant.now();
            return new AccessToken(Secret.of("ya29.t" + replaced), Set.of(), now.minus(Duration.ofSeconds(50)),
                    now.plus(Duration.ofSeconds(10)));
        }

        @Override
        public AccessToken acquireInsteadOf(AccessToken rejected) throws IOException {
            forced++;
            replaced++;
            return acquire();
        }
    }
}
