package dev.holdfast.launch;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the server of the runnable jar, which is unpacked once for each version (see {@link Place}). Exits with the status of
 * the server, or with 73 (EX_CANTCREAT of sysexits.h) and one line on standard error if the jar cannot be unpacked.
 */
public final class Launcher {

    private static final int EX_CANTCREAT = 73;

    private Launcher() {}

    public static void main(String[] arguments) throws InterruptedException, URISyntaxException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws InterruptedException, URISyntaxException {
        Place place = Place.named(System.getenv(), System.getProperty("user.home"));
        try {
            Path jar = Path.of(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Seat seat = place.seatFor(Shipped.in(jar))) {
                return new ServerRun(seat).run(arguments);
            }
        } catch (IOException failed) {
            System.err.println("Holdfast cannot be unpacked into " + place + ": " + Reason.of(failed)
                    + ". WLP_JAR_EXTRACT_DIR names another directory.");
            return EX_CANTCREAT;
        }
    }
}
