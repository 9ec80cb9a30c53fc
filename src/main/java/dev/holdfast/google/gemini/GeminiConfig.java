package dev.holdfast.google.gemini;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.Scopes;
import dev.holdfast.google.wire.AllowedOrigins;
import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.entity.ByteSize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The settings {@code holdfast.gemini.*}: whether files may be asked about, with whose access, and the limits. */
@ApplicationScoped
public class GeminiConfig implements RoomSettings {

    private static final String PREFIX = "holdfast.gemini.";
    private static final String ACCESS = PREFIX + "access";
    private static final String SCOPE = PREFIX + "scope";
    private static final String KEY_FILE = PREFIX + "api-key-file";
    private static final String MODEL = PREFIX + "model";
    private static final String ROOT = PREFIX + "root";
    private static final String MAX_DOCUMENT = PREFIX + "max-document";

    private static final String OFF = "off";
    private static final String USER = "user";
    private static final String KEY = "key";

    private static final String QUOTA_OF_A_PERSON = "https://www.googleapis.com/auth/generative-language.peruserquota";
    private static final String GOOGLES_ROOT = "https://generativelanguage.googleapis.com/v1";
    private static final String VERSION = "/v1";
    private static final Pattern MODEL_NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    /** Suffices in base64 for what Google takes as one request (Gemini API, "Document understanding"). */
    private static final long LARGEST_DOCUMENT = 50L << 20;
    private static final ByteSize USUAL_DOCUMENT = ByteSize.parse("15MB");

    private String access;
    private String scope;
    private String model;
    private Optional<Secret> key;
    private URI root;
    private Duration timeout;
    private int perMinute;
    private long mostBytes;

    protected GeminiConfig() {}

    @Inject
    public GeminiConfig(Settings settings, GoogleConfig google) {
        access = settings.choice(ACCESS, OFF, List.of(OFF, USER, KEY));
        scope = scope(settings, google);
        key = key(settings);
        model = model(settings);
        root = root(settings, google);
        timeout = settings.duration(PREFIX + "timeout", Duration.ofSeconds(60), GoogleConfig.LEAST_API_TIMEOUT,
                GoogleConfig.MOST_API_TIMEOUT);
        perMinute = settings.number(PREFIX + "per-minute", 6, 1, 1000);
        mostBytes = mostBytes(settings);
    }

    /** Tells whether files may be asked about at all. */
    public boolean isOn() {
        return !access.equals(OFF);
    }

    /** Returns {@code off}, {@code user} or {@code key}. */
    public String access() {
        return access;
    }

    /** Returns the scope that a person must have granted; empty if the model is not asked with the person's access. */
    public Optional<String> scope() {
        return access.equals(USER) ? Optional.of(scope) : Optional.empty();
    }

    /** Returns the key of this installation; empty if the model is asked with the person's access. */
    public Optional<Secret> key() {
        return access.equals(KEY) ? key : Optional.empty();
    }

    public String model() {
        return model;
    }

    /** Limits the wait for the head of an answer, and each pause in it. */
    public Duration timeout() {
        return timeout;
    }

    /** Returns how many questions one person may ask in a minute on each node. */
    public int perMinute() {
        return perMinute;
    }

    /** Returns the size of the largest document that may be asked about. */
    public long mostBytes() {
        return mostBytes;
    }

    /** Returns the address that streams an answer as events (Gemini API, "models.streamGenerateContent"). */
    URI streaming() {
        return URI.create(root.toString().replaceFirst("/+$", "") + "/models/" + model + ":streamGenerateContent?alt=sse");
    }

    private String scope(Settings settings, GoogleConfig google) {
        String name = settings.text(SCOPE, QUOTA_OF_A_PERSON);
        if (access.equals(USER) && !google.askableScopes().contains(name)) {
            settings.fault(SCOPE, "must be one scope that people can be asked for: add " + QUOTA_OF_A_PERSON
                    + ", or the scope that is set here, to holdfast.google.optional-scopes");
        }
        return Scopes.normalise(List.of(name)).iterator().next();
    }

    private Optional<Secret> key(Settings settings) {
        boolean named = settings.text(KEY_FILE).isPresent();
        if (access.equals(KEY) && !named) {
            settings.fault(KEY_FILE, "is not set; name a file that holds nothing but an API key for Gemini");
        }
        if (access.equals(USER) && named) {
            settings.fault(KEY_FILE, "is not for " + ACCESS + "=" + USER + ": take it away, or set " + ACCESS + "=" + KEY);
        }
        return settings.secretIn(KEY_FILE).map(Secret::of);
    }

    private String model(Settings settings) {
        Optional<String> name = settings.text(MODEL);
        String cure = "name a model that Google offers now, such as gemini-2.5-flash; models are retired after a year or so";
        if (isOn() && name.isEmpty()) {
            settings.fault(MODEL, "is not set; " + cure);
        }
        if (name.filter(given -> !MODEL_NAME.matcher(given).matches()).isPresent()) {
            settings.fault(MODEL, "is no name of a model; " + cure);
        }
        return name.filter(given -> MODEL_NAME.matcher(given).matches()).orElse("none");
    }

    private static URI root(Settings settings, GoogleConfig google) {
        Optional<URI> root = settings.httpUrl(ROOT);
        if (root.isPresent() && !google.isRootOfApi(root.get())) {
            settings.fault(ROOT, "must be an https URL of a host of googleapis.com, or below holdfast.google.api-root, such as "
                    + GOOGLES_ROOT);
        }
        return root.orElseGet(() -> URI.create(AllowedOrigins.isGooglesApi(google.apiRoot()) ? GOOGLES_ROOT
                : google.apiRoot().toString().replaceFirst("/+$", "") + VERSION));
    }

    private static long mostBytes(Settings settings) {
        String cure = "must be a size from 1kB to 50MB, such as 15MB";
        long bytes = settings.parsed(MAX_DOCUMENT, USUAL_DOCUMENT, cure, ByteSize::parse).orElse(USUAL_DOCUMENT).bytes();
        if (bytes > LARGEST_DOCUMENT) {
            settings.fault(MAX_DOCUMENT, cure);
        }
        return bytes;
    }
}
