package dev.holdfast.journeys.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The results of a first start of Liberty that later starts reuse: the work on its features and the application, and the key
 * of its certificate. Servers started later in this process get them, which saves each a fifth of the processor time of its
 * start or more.
 */
final class WarmStart {

    /** The age at which a file has certainly been written completely. */
    private static final Duration WHOLE_AFTER = Duration.ofSeconds(5);

    private static Path keptWorkArea;
    private static Path tlsKey;

    private WarmStart() {}

    /** Keeps the files of a server that was ready once and has stopped in good order; the first such server is enough. */
    static synchronized void keepOf(HoldfastServer server) {
        if (keptWorkArea == null) {
            Path copy = server.workArea().getParent().resolveSibling("warm-" + ProcessHandle.current().pid());
            copy(server.workArea(), copy);
            keptWorkArea = copy;
        }
    }

    /** Notes where the key of a server is; Liberty makes it at about the time when the server is ready. */
    static synchronized void noteTlsKeyOf(HoldfastServer server) {
        if (tlsKey == null) {
            tlsKey = server.tlsKey();
        }
    }

    /** Gives the kept files to a server before its first start; does nothing until some are kept. */
    static synchronized void giveTo(HoldfastServer server) {
        if (keptWorkArea != null) {
            copy(keptWorkArea, server.workArea());
        }
        try {
            if (tlsKey != null && Files.exists(tlsKey)
                    && Files.getLastModifiedTime(tlsKey).toInstant().isBefore(Instant.now().minus(WHOLE_AFTER))) {
                Files.createDirectories(server.tlsKey().getParent());
                Files.copy(tlsKey, server.tlsKey());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Copies without the locks of the previous server, whose names begin with a dot. */
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
