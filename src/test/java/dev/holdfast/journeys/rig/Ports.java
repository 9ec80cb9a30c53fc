package dev.holdfast.journeys.rig;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * Ports for servers, each handed out once. A process claims a block of them by listening on its first port, so that no
 * other run of the tests hands out the same. The blocks lie below the ports that systems use for outgoing connections.
 */
public final class Ports {

    private static final int FIRST = 20_000;
    private static final int END = 28_000;
    private static final int BLOCK = 200;

    /** Open for as long as the process lives. */
    private static final List<ServerSocket> CLAIMS = new ArrayList<>();

    private static int next = FIRST;

    private Ports() {}

    /** A port on which nothing listens. */
    public static synchronized int free() {
        while (true) {
            if (CLAIMS.isEmpty() || next % BLOCK == 0) {
                claimBlock();
            }
            int port = next++;
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static void claimBlock() {
        for (; next < END; next += BLOCK) {
            try {
                CLAIMS.add(new ServerSocket(next));
                next++;
                return;
            } catch (IOException claimed) {
                continue;
            }
        }
        throw new IllegalStateException("every block of ports below " + END + " is claimed");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
