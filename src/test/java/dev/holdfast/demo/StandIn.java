package dev.holdfast.demo;

import dev.holdfast.standin.StandInGoogle;
import dev.holdfast.standin.world.Switch;
import java.io.UncheckedIOException;

/** Starts the stand-in for Google by itself, as the demo has it: the main class of {@code holdfast-standin.jar}. */
public final class StandIn {

    static final int PORT = Integer.getInteger("demo.google.port", 9090);

    /** The address at which people open Holdfast. */
    static final String APPLICATION_URL = "http://localhost:"
            + System.getProperty("demo.public.port", System.getProperty("demo.port", "9080"));

    /** The address to listen on: every address in a container, whose port is published for this machine alone. */
    private static final String HOST = System.getProperty("demo.google.host", "127.0.0.1");

    /** A lifetime short enough to watch a refresh happen. */
    private static final String GOOGLE_TOKEN_SECONDS = "60";

    private StandIn() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (StandInGoogle google = start(HOST, PORT)) {
            System.out.println("Stand-in for Google: issuer " + google.origin() + ", control page " + google.origin()
                    + "/control, client " + google.clientId() + " with secret " + google.clientSecret());
            Thread.currentThread().join();
        } catch (UncheckedIOException failed) {
            System.err.println("The stand-in for Google cannot listen on " + HOST + ":" + PORT + ": "
                    + failed.getCause().getMessage());
            System.exit(1);
        }
    }

    static StandInGoogle start(String host, int port) {
        StandInGoogle google = StandInGoogle.startOn(host, port);
        google.control().setStandard(Switch.ACCESS_TOKEN_LIFETIME, GOOGLE_TOKEN_SECONDS);
        google.control().setStandard(Switch.DRIVE_LINKS, "here");
        google.control().setStandard(Switch.APPLICATION_URL, APPLICATION_URL);
        google.control().setStandard(Switch.GEMINI_PAUSE, "120");
        return google;
    }
}
