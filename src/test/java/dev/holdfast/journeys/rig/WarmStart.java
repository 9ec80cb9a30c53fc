package dev.holdfast.journeys.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What Liberty works out of its features and the application at a first start and finds again at each later one. Servers
 * started later in this process find it too, which spares each a fifth of the processor time of its start.
 */
final class WarmStart {

    private static final String WORK_AREA = "output/holdfast/workarea";

    private static Path kept;

    private WarmStart() {}

    /** Keeps what a server has left that was ready once and was stopped in good order; the first one is enough. */
    static synchronized void keepOf(Path home) {
        if (kept == null) {
            Path copy = home.resolveSibling("warm-" + ProcessHandle.current().pid());
            copy(home.resolve(WORK_AREA), copy);
            kept = copy;
        }
    }

    /** Before the first start of a server; nothing happens while nothing is kept. */
    static synchronized void giveTo(Path home) {
        if (kept != null) {
            copy(kept, home.resolve(WORK_AREA));
        }
    }

    /** Without the locks of the server that was there, whose names begin with a dot. */
    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            List<Path> all = files.filter(each -> !from.relativize(each).toString().startsWith(".")).toList();
            for (Path each : all) {
                Path there = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(each, there);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
