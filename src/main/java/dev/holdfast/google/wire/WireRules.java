package dev.holdfast.google.wire;

import dev.holdfast.google.Egress;
import java.io.IOException;
import org.apache.hc.client5.http.RouteInfo;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends proxy credentials only to the proxy, never treats a proxy's refusal as an answer of Google's, and limits each
 * pause in a body, however long the head of the answer may take. In a slow body, a pause may take as long as the head.
 */
final class WireRules extends HttpRequestExecutor {

    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final Timeout pause;
    private final boolean slow;
    private final Egress egress;

    WireRules(Timeout pause, boolean slow, Egress egress) {
        this.pause = pause;
        this.slow = slow;
        this.egress = egress;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, HttpClientConnection connection,
            HttpResponseInformationCallback information, HttpContext context) throws IOException, HttpException {
        boolean opensTunnel = Method.CONNECT.isSame(request.getMethod());
        if (opensTunnel) {
            connection.setSocketTimeout(pause);
        }
        if (opensTunnel || isForwarded(context)) {
            egress.authorization().ifPresent(value -> request.setHeader(HttpHeaders.PROXY_AUTHORIZATION, value));
        }
        ClassicHttpResponse response = super.execute(request, connection, information, context);
        if (response.getCode() == PROXY_AUTHENTICATION_REQUIRED) {
            throw refused(response, GoogleTrouble.PROXY_AUTHENTICATION);
        }
        if (opensTunnel && response.getCode() / 100 != 2) {
            throw refused(response, GoogleTrouble.PROXY_REFUSED);
        }
        if (!slow) {
            connection.setSocketTimeout(pause);
        }
        return response;
    }

    /** Tells whether a proxy forwards the request unencrypted and reads it itself (RFC 9112 section 3.2.2). */
    private static boolean isForwarded(HttpContext context) {
        RouteInfo route = HttpClientContext.cast(context).getHttpRoute();
        return route != null && route.getProxyHost() != null && !route.isTunnelled();
    }

    private static GoogleTrouble refused(ClassicHttpResponse response, String code) throws IOException {
        response.close();
        return new GoogleTrouble(code);
    }
}
