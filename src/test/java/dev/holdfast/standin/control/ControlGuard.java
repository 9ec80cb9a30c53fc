package dev.holdfast.standin.control;

import dev.holdfast.standin.http.Call;
import java.util.Set;

/**
 * Keeps other websites away from the control page and its API. A page that is open in the same browser can neither steer the
 * stand-in with a form of its own, nor read it through a host name that it points at this machine (DNS rebinding).
 */
final class ControlGuard {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private ControlGuard() {}

    /** Tells whether the call names this machine as its host and, if it changes the state, comes from no other origin. */
    static boolean admits(Call call) {
        String host = call.header("Host", "");
        return THIS_MACHINE.contains(host.replaceFirst(":\\d+$", ""))
                && (call.method().equals("GET") || isOwn(call, host));
    }

    /** A program sends neither header. Fetch metadata decides alone: under {@code no-referrer} the origin is "null". */
    private static boolean isOwn(Call call, String host) {
        String site = call.header("Sec-Fetch-Site");
        return site == null
                ? call.header("Origin", "http://" + host).equals("http://" + host)
                : site.equals("same-origin");
    }
}
