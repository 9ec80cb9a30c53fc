package dev.holdfast.standin.signal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.holdfast.standin.journal.Markers;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The one stream of security signals that a project has, and the service account that may configure it. */
public final class StandInStream {

    /** The address of the service account with the role that it needs. */
    static final String ACCOUNT = "signals@standin-project.iam.gserviceaccount.example";

    private static final String PUSH = "https://schemas.openid.net/secevent/risc/delivery-method/push";
    private static final int LINE = 64;

    private final Markers markers;
    private RSAKey key;
    private JsonObject setup;
    private boolean enabled = true;
    private String lastState;

    StandInStream(Markers markers) {
        this.markers = markers;
    }

    /** Returns a new key of the service account as the console offers it for download. Keys of before count no more. */
    public synchronized String newKeyFile() {
        key = generate();
        JsonObject file = new JsonObject();
        file.addProperty("type", "service_account");
        file.addProperty("project_id", "standin-project");
        file.addProperty("private_key_id", key.getKeyID());
        file.addProperty("private_key", pem(key));
        file.addProperty("client_email", ACCOUNT);
        file.addProperty("client_id", "100000000000000000001");
        file.addProperty("token_uri", "https://oauth2.googleapis.com/token");
        return file.toString();
    }

    /** Returns the key of that id, if it counts. */
    synchronized Optional<RSAKey> key(String keyId) {
        return Optional.ofNullable(key).filter(known -> known.getKeyID().equals(keyId));
    }

    /** Returns the whole configuration, as it was written last. */
    public synchronized Optional<JsonObject> setup() {
        return Optional.ofNullable(setup).map(JsonObject::deepCopy);
    }

    /** Returns where Google delivers; empty if there is no stream. */
    public synchronized Optional<String> url() {
        return setup().map(found -> found.getAsJsonObject("delivery").get("url").getAsString());
    }

    public synchronized boolean isEnabled() {
        return enabled;
    }

    /** Returns the text that the latest verification event was asked to bring back. */
    public synchronized Optional<String> lastState() {
        return Optional.ofNullable(lastState);
    }

    synchronized void verify(String state) {
        lastState = state;
    }

    synchronized void change(JsonObject whole) {
        setup = whole.deepCopy();
    }

    /** Sets the stream as another installation has left it. */
    public synchronized void leave(String url, boolean isEnabled, String... events) {
        JsonObject delivery = new JsonObject();
        delivery.addProperty("delivery_method", PUSH);
        delivery.addProperty("url", url);
        JsonArray requested = new JsonArray();
        List.of(events).forEach(requested::add);
        setup = new JsonObject();
        setup.add("delivery", delivery);
        setup.add("events_requested", requested);
        enabled = isEnabled;
    }

    /** Sets another method of delivery in the stream that is there. */
    public synchronized void deliverBy(String method) {
        setup.getAsJsonObject("delivery").addProperty("delivery_method", method);
    }

    synchronized void enable(boolean on) {
        enabled = on;
    }

    /** Removes the stream; the key stays. */
    public synchronized void reset() {
        setup = null;
        enabled = true;
        lastState = null;
    }

    private String pem(RSAKey made) {
        try {
            String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(made.toPrivateKey().getEncoded());
            for (String line : base64.split("\n")) {
                if (line.length() == LINE) {
                    markers.saw("service_account_key", line);
                }
            }
            return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
