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
 * The directory that the runnable jar unpacks into. It contains
 *
 * <ul>
 *   <li>{@code version-...}: a server as shipped, complete from the moment it exists, and never written to;
 *   <li>{@code unpacking-...}: a version being unpacked or deleted. The next start that holds the lock deletes it;
 *   <li>{@code classes-...jsa}: the classes of a version, ready for the next start, see {@link ClassArchive};
 *   <li>{@code server-0}, {@code server-1}: the files that one running server writes, see {@link Seat};
 *   <li>{@code lock}: held by one start at a time, until it has a seat. The system releases it when the process dies.
 * </ul>
 */
final class Place {

    private static final String VERSION = "version-";
    private static final String UNPACKING = "unpacking-";

    private final Path directory;

    Place(Path directory) {
        this.directory = directory;
    }

    /**
     * Returns {@code WLP_JAR_EXTRACT_DIR}, else {@code holdfast} in {@code WLP_JAR_EXTRACT_ROOT} or in {@code ~/wlpExtract}.
     */
    static Place named(Map<String, String> environment, String home) {
        String itself = environment.getOrDefault("WLP_JAR_EXTRACT_DIR", "").trim();
        String root = environment.getOrDefault("WLP_JAR_EXTRACT_ROOT", "").trim();
        Path directory = !itself.isEmpty() ? Path.of(itself)
                : (root.isEmpty() ? Path.of(home, "wlpExtract") : Path.of(root)).resolve("holdfast");
        return new Place(directory.toAbsolutePath().normalize());
    }

    /** Returns a seat for one server of this version, and unpacks the version first if it is missing or incomplete. */
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

    /** Reports a failure instead of throwing it: an old version that stays costs disk space, but prevents no start. */
    private void discardIfPossible(Path version) {
        try {
            discard(version);
        } catch (IOException kept) {
            System.err.println("An old version stays in " + version + ": " + Reason.of(kept));
        }
    }

    /** Renames the version before deleting it, so that a half-deleted version is never taken for a complete one. */
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
