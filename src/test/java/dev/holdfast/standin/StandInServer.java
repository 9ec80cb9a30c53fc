package dev.holdfast.standin;

import dev.holdfast.standin.world.Switch;
import java.io.UncheckedIOException;

/** Starts the stand-in for a demo: the argument is the port, else 9090. */
public final class StandInServer {

    private StandInServer() {}

    public static void main(String[] arguments) throws InterruptedException {
        int port = arguments.length == 0 ? 9090 : Integer.parseInt(arguments[0]);
        try {
            serve(port);
        } catch (UncheckedIOException failed) {
            System.err.println("The stand-in for Google cannot listen on 127.0.0.1:" + port + ": "
                    + failed.getCause().getMessage());
            System.exit(1);
        }
    }

    private static void serve(int port) throws InterruptedException {
        try (StandInGoogle google = StandInGoogle.start(port)) {
            google.control().setStandard(Switch.ACCESS_TOKEN_LIFETIME, "60");
            google.control().setStandard(Switch.DRIVE_LINKS, "here");
            System.out.println("Stand-in for Google: issuer " + google.origin() + ", control page " + google.origin()
                    + "/control, client " + google.clientId() + " with secret " + google.clientSecret());
            Thread.currentThread().join();
        }
    }
}
