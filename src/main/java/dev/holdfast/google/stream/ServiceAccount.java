package dev.holdfast.google.stream;

import dev.holdfast.crypto.control.AssertionSigner;
import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.wire.JsonBody;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A service account at the moment of an administrator's request. Its key signs one token and is forgotten with it: Google takes
 * the token itself as proof, so there is no token to be fetched ("Using OAuth 2.0 for Server to Server Applications", addendum).
 */
public final class ServiceAccount {

    private static final String AUDIENCE = "https://risc.googleapis.com/google.identity.risc.v1beta.RiscManagementService";

    /** The longest lifetime that Google accepts. */
    private static final Duration LIFETIME = Duration.ofHours(1);

    private static final int MOST_BYTES = 64 * 1024;

    private final Secret token;

    private ServiceAccount(Secret token) {
        this.token = token;
    }

    /** The result of reading a key file. */
    public sealed interface Reading {

        record Usable(ServiceAccount account) implements Reading {}

        /** The file is missing, not readable for this server, or too large. */
        record Unreadable() implements Reading {}

        /** The file is no JSON key of a service account. */
        record NoKey() implements Reading {}
    }

    /** Reads the JSON key that the Google Cloud console offers for download. Neither result holds a text of the file. */
    public static Reading read(Path file, Instant now) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES ? new Reading.Unreadable()
                    : parse(new String(bytes, StandardCharsets.UTF_8), now).<Reading>map(Reading.Usable::new)
                            .orElseGet(Reading.NoKey::new);
        } catch (IOException | SecurityException unreadable) {
            return new Reading.Unreadable();
        }
    }

    static Optional<ServiceAccount> parse(String json, Instant now) {
        Map<String, Object> members = JsonBody.members(json).orElse(Map.of());
        if (!"service_account".equals(members.get("type"))
                || !(members.get("client_email") instanceof String email)
                || !(members.get("private_key_id") instanceof String keyId)
                || !(members.get("private_key") instanceof String key)) {
            return Optional.empty();
        }
        Map<String, Object> claims = Map.of("iss", email, "sub", email, "aud", AUDIENCE,
                "iat", now.getEpochSecond(), "exp", now.plus(LIFETIME).getEpochSecond());
        return AssertionSigner.rs256(Secret.of(key), keyId, claims).map(ServiceAccount::new);
    }

    Secret token() {
        return token;
    }
}
