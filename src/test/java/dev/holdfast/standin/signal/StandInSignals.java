package dev.holdfast.standin.signal;

import com.google.gson.JsonObject;
import dev.holdfast.standin.grant.Clients;
import dev.holdfast.standin.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Makes and delivers security signals. Events are named by their short names, such as {@code sessions-revoked}. */
public final class StandInSignals {

    private static final int TRIES = 4;
    private static final int PREFIX = 16;
    private static final int ACCEPTED = 202;
    private static final Duration PAUSE = Duration.ofMillis(300);

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).build();

    private final World world;
    private final SetSigner signer;
    private final StandInStream stream;

    public StandInSignals(World world) {
        this.world = world;
        this.signer = new SetSigner(world.keys());
        this.stream = new StandInStream(world.markers());
    }

    /** Returns the stream of this project, and who may configure it. */
    public StandInStream stream() {
        return stream;
    }

    /** Returns an event about a person, who is named by e-mail address or {@code sub}. */
    public SetDraft about(String person, String event) {
        JsonObject subject = new JsonObject();
        subject.addProperty("subject_type", "iss-sub");
        subject.addProperty("iss", world.origin() + "/");
        subject.addProperty("sub", world.people().get(person).sub());
        return draft(event, subject);
    }

    /** Returns the event that a refresh token is revoked. {@code manner}: {@code prefix} or {@code hash}. */
    public SetDraft aboutToken(String refreshToken, String manner) {
        boolean prefix = manner.equals("prefix");
        JsonObject subject = new JsonObject();
        subject.addProperty("subject_type", "oauth_token");
        subject.addProperty("token_type", "refresh_token");
        subject.addProperty("token_identifier_alg", prefix ? "prefix" : "hash_base64_sha512_sha512");
        subject.addProperty("token", prefix ? refreshToken.substring(0, PREFIX) : doubleHash(refreshToken));
        return draft("token-revoked", subject);
    }

    /** Returns the same for the refresh token that this person was given last. */
    public SetDraft aboutLatestToken(String person, String manner) {
        String key = world.people().get(person).key();
        return aboutToken(world.grants().latestRefreshToken(key)
                .orElseThrow(() -> new IllegalArgumentException(person + " has no refresh token")), manner);
    }

    public SetDraft verification(String state) {
        return draft("verification", new JsonObject()).with("state", state);
    }

    public String token(SetDraft draft) {
        return token(draft, SetForgery.NONE);
    }

    public String token(SetDraft draft, SetForgery forgery) {
        return signer.sign(draft, forgery);
    }

    /** Returns a token of any claims, signed by the key that signs signals. */
    public String signed(JsonObject claims, String type) {
        return signer.sign(claims, type);
    }

    /** Delivers as Google does: again a few times, unless it was accepted or refused. Returns the last status, 0 for none. */
    public int deliver(URI receiver, String token) {
        int status = 0;
        for (int attempt = 0; attempt < TRIES && (status == 0 || status >= 500); attempt++) {
            status = attempt == 0 ? post(receiver, token) : later(PAUSE, () -> post(receiver, token)).join();
        }
        return status;
    }

    /** Delivers after a while, {@code copies} times; true if all were accepted. */
    public CompletableFuture<Boolean> deliverLater(URI receiver, String token, Duration after, int copies) {
        return later(after, () -> {
            boolean accepted = true;
            for (int copy = 0; copy < copies; copy++) {
                accepted &= deliver(receiver, token) == ACCEPTED;
            }
            return accepted;
        });
    }

    private SetDraft draft(String event, JsonObject subject) {
        return SetDraft.of(event, subject, world.origin() + "/", Clients.ID, world.clock().instant());
    }

    private static int post(URI receiver, String token) {
        try {
            return HTTP.send(HttpRequest.newBuilder(receiver).header("Content-Type", "application/secevent+jwt")
                    .timeout(Duration.ofSeconds(20)).POST(BodyPublishers.ofString(token)).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failed) {
            return 0;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private static <T> CompletableFuture<T> later(Duration after, Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, CompletableFuture.delayedExecutor(after.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static String doubleHash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            byte[] once = digest.digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest.digest(once));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
