package dev.holdfast.google;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.entity.SecretText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The settings {@code holdfast.google.*}: the OAuth client, Google's addresses, scopes, time-outs and the proxy. */
@ApplicationScoped
public class GoogleConfig implements RoomSettings {

    private static final String PREFIX = "holdfast.google.";
    private static final String CLIENT_ID = PREFIX + "client-id";
    private static final String CLIENT_SECRET = PREFIX + "client-secret";
    private static final String CLIENT_SECRET_FILE = PREFIX + "client-secret-file";
    private static final String PROXY = PREFIX + "proxy";
    private static final String PROXY_CREDENTIALS_FILE = PREFIX + "proxy-credentials-file";
    private static final String SCOPES = PREFIX + "scopes";

    private static final String DEFAULT_SCOPES =
            "openid email profile https://www.googleapis.com/auth/drive.readonly";

    /** The characters of a scope list (RFC 6749 section 3.3). */
    private static final Pattern SCOPE_LIST = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E\\s]*");

    /** Any host of Google's APIs, each of which has one of its own, and a path without a dot segment. */
    private static final Pattern GOOGLES_APIS = Pattern.compile(
            "https://[a-z0-9-]+(\\.[a-z0-9-]+)*\\.googleapis\\.com(:443)?(/(?!\\.\\.?(?:/|$))[A-Za-z0-9._~-]+)*/?");

    /** With a longer time-out, three tries could not end within the twenty seconds that a caller may wait. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(6);

    public static final Duration LEAST_API_TIMEOUT = Duration.ofSeconds(1);
    public static final Duration MOST_API_TIMEOUT = Duration.ofMinutes(5);

    private String clientId;
    private Secret clientSecret;
    private String issuer;
    private final Map<Endpoint, URI> endpoints = new EnumMap<>(Endpoint.class);
    private URI apiRoot;
    private Set<String> scopes;
    private Set<String> optionalScopes;
    private Duration timeout;
    private Duration apiTimeout;
    private Egress egress;

    protected GoogleConfig() {}

    @Inject
    public GoogleConfig(Settings settings) {
        clientId = settings.required(CLIENT_ID, settings.secret(CLIENT_ID),
                "make an OAuth client of type \"Web application\" in the Google Cloud console and set its client id here");
        clientSecret = clientSecret(settings);
        issuer = settings.httpUrl(PREFIX + "issuer", "https://accounts.google.com").toString();
        configure(settings, Endpoint.AUTHORIZATION, "authorization-endpoint");
        configure(settings, Endpoint.TOKEN, "token-endpoint");
        configure(settings, Endpoint.REVOCATION, "revocation-endpoint");
        configure(settings, Endpoint.JWKS, "jwks-uri");
        apiRoot = settings.httpUrl(PREFIX + "api-root", "https://www.googleapis.com");
        scopes = scopes(settings, SCOPES, DEFAULT_SCOPES);
        optionalScopes = scopes(settings, PREFIX + "optional-scopes", "");
        timeout = settings.duration(PREFIX + "timeout", Duration.ofSeconds(5), Duration.ofMillis(100), LONGEST_TIMEOUT);
        apiTimeout = settings.duration(PREFIX + "api-timeout", Duration.ofSeconds(60), LEAST_API_TIMEOUT, MOST_API_TIMEOUT);
        egress = new Egress(
                settings.parsed(PROXY, null, "must be host:port, such as proxy.example:3128", Egress::address),
                proxyCredentials(settings));
        if (!scopes.contains(Scopes.OPENID) && settings.faults().stream().noneMatch(fault -> fault.key().equals(SCOPES))) {
            settings.fault(SCOPES, "must contain openid: without it Google does not say who signed in");
        }
    }

    private void configure(Settings settings, Endpoint endpoint, String key) {
        settings.httpUrl(PREFIX + key).ifPresent(url -> endpoints.put(endpoint, url));
    }

    public String clientId() {
        return clientId;
    }

    public Secret clientSecret() {
        return clientSecret;
    }

    /**
     * Returns the issuer exactly as configured: issuers are compared character by character (OpenID Connect Discovery
     * section 4.3).
     */
    public String issuer() {
        return issuer;
    }

    /** Returns the endpoints that the settings name; the discovery document names the others. */
    public Map<Endpoint, URI> endpoints() {
        return Map.copyOf(endpoints);
    }

    public Set<Endpoint> endpointsToDiscover() {
        Set<Endpoint> others = EnumSet.allOf(Endpoint.class);
        others.removeAll(endpoints.keySet());
        return others;
    }

    public URI apiRoot() {
        return apiRoot;
    }

    /** Tells whether an API may be rooted there: on https at a host of {@code googleapis.com}, or below {@link #apiRoot}. */
    public boolean isRootOfApi(URI root) {
        String own = apiRoot.toString().replaceFirst("/+$", "");
        return GOOGLES_APIS.matcher(root.toString()).matches()
                || root.toString().equals(own) || root.toString().startsWith(own + "/");
    }

    /** Returns the scopes that every sign-in requests, in the order and spelling of the setting. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Returns the scopes that a sign-in may request in addition, by name. */
    public Set<String> optionalScopes() {
        return optionalScopes;
    }

    /** Returns the scopes that a person can be asked for: {@link #scopes}, then {@link #optionalScopes}. */
    public Set<String> askableScopes() {
        Set<String> askable = new LinkedHashSet<>(scopes);
        askable.addAll(optionalScopes);
        return askable;
    }

    /** Limits connecting and each pause in a body; except for APIs, also the wait for the head of an answer. */
    public Duration timeout() {
        return timeout;
    }

    /** Limits the wait for the head of an answer of Google's APIs: exporting a large document can take a minute. */
    public Duration apiTimeout() {
        return apiTimeout;
    }

    public Egress egress() {
        return egress;
    }

    private static Set<String> scopes(Settings settings, String key, String fallback) {
        String list = settings.text(key, fallback);
        if (!SCOPE_LIST.matcher(list).matches() || list.indexOf(',') >= 0) {
            settings.fault(key, "must be scope names separated by spaces"
                    + (list.indexOf(',') >= 0 ? ", without commas" : ""));
            return Scopes.split(fallback);
        }
        return Scopes.split(list);
    }

    private static Secret clientSecret(Settings settings) {
        Optional<String> direct = settings.secret(CLIENT_SECRET);
        boolean file = settings.text(CLIENT_SECRET_FILE).isPresent();
        if (direct.isPresent() == file) {
            settings.fault(CLIENT_SECRET, (file ? "is set twice" : "is not set")
                    + "; set either it or " + CLIENT_SECRET_FILE + " (a file that holds nothing but the secret)");
        }
        return Secret.of(direct.or(() -> settings.secretIn(CLIENT_SECRET_FILE)).orElse(""));
    }

    private static Optional<Secret> proxyCredentials(Settings settings) {
        Optional<String> file = settings.text(PROXY_CREDENTIALS_FILE);
        if (file.isPresent() && settings.text(PROXY).isEmpty()) {
            settings.fault(PROXY_CREDENTIALS_FILE, "needs " + PROXY + " beside it");
        }
        Optional<String> line = settings.secretIn(PROXY_CREDENTIALS_FILE);
        Optional<Secret> found = line.flatMap(Egress::credentials);
        if (line.filter(text -> SecretText.faultOf(text).isEmpty()).isPresent() && found.isEmpty()) {
            settings.fault(PROXY_CREDENTIALS_FILE, "must name a readable text file with one line, user:password");
        }
        return found;
    }
}
