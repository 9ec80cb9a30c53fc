package dev.holdfast.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * The directory that the runnable jar unpacks into. In it are
 *
 * <ul>
 *   <li>{@code version-...}: a server as it was shipped, complete once it is there, and never written to;
 *   <li>{@code unpacking-...}: one that is being made, or thrown away. Whoever holds the lock takes it away;
 *   <li>{@code server-0}, {@code server-1}: what one running server writes, see {@link Seat};
 *   <li>{@code lock}: held by one start at a time, until it has what it needs. The system frees it when a process dies.
 * </ul>
 */
final class Place {

    private static final String VERSION = "version-";
    private static final String UNPACKING = "unpacking-";

    private final Path directory;

    Place(Path directory) {
        this.directory = directory;
    }

    /** {@code WLP_JAR_EXTRACT_DIR}, else {@code holdfast} in {@code WLP_JAR_EXTRACT_ROOT} or in {@code ~/wlpExtract}. */
    static Place named(Map<String, String> environment, String home) {
        String itself = environment.getOrDefault("WLP_JAR_EXTRACT_DIR", "").trim();
        String root = environment.getOrDefault("WLP_JAR_EXTRACT_ROOT", "").trim();
        Path directory = !itself.isEmpty() ? Path.of(itself)
                : (root.isEmpty() ? Path.of(home, "wlpExtract") : Path.of(root)).resolve("holdfast");
        return new Place(directory.toAbsolutePath().normalize());
    }

    /** A seat of its own for one server of this version, which is unpacked if it is not there whole. */
    Seat seatFor(Shipped shipped) throws IOException {
        OwnDirectory.prepare(directory);
        try (FileChannel channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); var lock = channel.lock()) {
            for (Path left : children(UNPACKING)) {
                Trees.delete(left);
            }
            Path version = directory.resolve(VERSION + shipped.fingerprint());
            unpackIfNeeded(shipped, version);
            Seat seat = Seat.free(directory, version);
            for (Path other : children(VERSION)) {
                if (!other.equals(version) && !seat.stillServes(other) && !Seat.isUsed(directory, other)) {
                    discardIfPossible(other);
                }
            }
            return seat;
        }
    }

    private void unpackIfNeeded(Shipped shipped, Path version) throws IOException {
        if (Files.exists(version) && !shipped.isWholeIn(version)) {
            if (Seat.isUsed(directory, version)) {
                throw new IOException("files are missing in " + version + ", and another server runs from there: stop it first");
            }
            discard(version);
        }
        if (!Files.exists(version)) {
            Path half = directory.resolve(UNPACKING + shipped.fingerprint());
            shipped.unpackInto(half);
            Files.move(half, version, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** An old version that stays costs room, and no start. */
    private void discardIfPossible(Path version) {
        try {
            discard(version);
        } catch (IOException kept) {
            System.err.println("An old version stays in " + version + ": " + Reason.of(kept));
        }
    }

    /** Renamed first, so that no half of it is ever taken for a whole. */
    private void discard(Path version) throws IOException {
        Path half = directory.resolve(version.getFileName().toString().replaceFirst(VERSION, UNPACKING));
        Files.move(version, half, StandardCopyOption.ATOMIC_MOVE);
        Trees.delete(half);
    }

    private List<Path> children(String prefix) throws IOException {
        try (var all = Files.list(directory)) {
            return all.filter(each -> each.getFileName().toString().startsWith(prefix)).toList();
        }
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
