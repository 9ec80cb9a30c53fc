package dev.holdfast.google;

import dev.holdfast.crypto.entity.Secret;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.routing.DefaultProxyRoutePlanner;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.routing.HttpRoutePlanner;
import org.apache.hc.core5.http.HttpHost;

/**
 * The route to Google: through a proxy or directly. If the settings name a proxy, it serves every call, also to loopback
 * addresses. Otherwise the JVM's properties decide for each address: {@code http.proxyHost}, {@code https.proxyHost},
 * {@code http.nonProxyHosts}.
 */
public final class Egress {

    private static final Pattern ADDRESS = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._-]+)):([1-9][0-9]{0,4})");

    /** RFC 7617 section 2: no colon in the user, no control character in user or password. */
    private static final Pattern CREDENTIALS = Pattern.compile("[^:\\p{Cntrl}]+:[^\\p{Cntrl}]*");

    private static final int LARGEST_PORT = 65_535;

    private final Optional<HttpHost> proxy;
    private final Optional<Secret> credentials;

    Egress(Optional<HttpHost> proxy, Optional<Secret> credentials) {
        this.proxy = proxy;
        this.credentials = credentials;
    }

    public HttpRoutePlanner routes() {
        return proxy.<HttpRoutePlanner>map(DefaultProxyRoutePlanner::new)
                .orElseGet(() -> new SystemDefaultRoutePlanner(ProxySelector.getDefault()));
    }

    /** Returns {@code host:port} of the proxy for a call to {@code url}; empty if the call uses no HTTP proxy. */
    public Optional<String> proxyFor(URI url) {
        return proxy.map(HttpHost::toHostString).or(() -> ofTheJvm(url));
    }

    public boolean isSet() {
        return proxy.isPresent();
    }

    public boolean hasCredentials() {
        return credentials.isPresent();
    }

    /** Returns the value of {@code Proxy-Authorization} (RFC 7617); only a proxy of the settings has one. */
    public Optional<String> authorization() {
        return credentials.map(pair -> "Basic "
                + Base64.getEncoder().encodeToString(pair.reveal().getBytes(StandardCharsets.UTF_8)));
    }

    private static Optional<String> ofTheJvm(URI url) {
        return Stream.ofNullable(ProxySelector.getDefault()).flatMap(selector -> selector.select(url).stream())
                .filter(found -> found.type() == Proxy.Type.HTTP).map(Proxy::address)
                .filter(InetSocketAddress.class::isInstance).map(InetSocketAddress.class::cast)
                .map(address -> address.getHostString() + ":" + address.getPort()).findFirst();
    }

    /** Parses {@code host:port}; throws an {@link IllegalArgumentException} if the text is not valid. */
    static HttpHost address(String text) {
        Matcher parts = ADDRESS.matcher(text);
        if (!parts.matches() || Integer.parseInt(parts.group(3)) > LARGEST_PORT) {
            throw new IllegalArgumentException();
        }
        return new HttpHost("http", parts.group(1) == null ? parts.group(2) : parts.group(1), Integer.parseInt(parts.group(3)));
    }

    /** Parses a file's content, one line {@code user:password}; empty if the content is not valid. */
    static Optional<Secret> credentials(String content) {
        String pair = content.replaceFirst("\\r?\\n$", "");
        return CREDENTIALS.matcher(pair).matches() ? Optional.of(Secret.of(pair)) : Optional.empty();
    }
}
