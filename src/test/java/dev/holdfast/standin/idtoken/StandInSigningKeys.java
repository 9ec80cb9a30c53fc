package dev.holdfast.standin.idtoken;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The keys ID tokens are signed with. */
public final class StandInSigningKeys {

    private final List<RSAKey> published = new ArrayList<>(List.of(generate()));
    private RSAKey stranger;

    public synchronized RSAKey current() {
        return published.get(published.size() - 1);
    }

    public synchronized List<RSAKey> published() {
        return List.copyOf(published);
    }

    /** Signs with a new key from now on; the previous keys stay published, or are gone at once. */
    public synchronized void rotate(Former former) {
        if (former == Former.GONE) {
            published.clear();
        }
        published.add(generate());
    }

    /** The fate of the previous keys. */
    public enum Former {
        PUBLISHED,
        GONE
    }

    /** Returns a key that is not published, except where {@code jku} headers point. */
    public synchronized RSAKey stranger() {
        if (stranger == null) {
            stranger = generate();
        }
        return stranger;
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString().replace("-", ""))
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
