package dev.holdfast.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The directory that one running server writes to: numbered, beside the versions, and locked while the process lives that
 * started the server. Its file {@code version} names the directory that the server runs from.
 */
final class Seat implements AutoCloseable {

    /** More servers than one machine is expected to run. */
    private static final int SEATS = 1000;

    private final Path directory;
    private final Path version;
    private final String formerVersion;
    private final FileChannel channel;

    private Seat(Path directory, Path version, String formerVersion, FileChannel channel) {
        this.directory = directory;
        this.version = version;
        this.formerVersion = formerVersion;
        this.channel = channel;
    }

    /** Takes the first free seat. The caller holds the lock of the place. */
    static Seat free(Path place, Path version) throws IOException {
        for (int i = 0; i < SEATS; i++) {
            Path directory = Files.createDirectories(place.resolve("server-" + i));
            FileChannel channel = lock(directory);
            if (channel != null) {
                Path named = directory.resolve("version");
                String former = Files.exists(named) ? Files.readString(named) : "";
                Files.writeString(named, version.getFileName().toString());
                return new Seat(directory, version, former, channel);
            }
        }
        throw new IOException("a thousand servers run from there");
    }

    /**
     * Returns whether a server that another process started runs from that version. Must be called before this process takes
     * a seat of that version: a process that closes a file loses all its locks on it (POSIX, fcntl), however often it is
     * open.
     */
    static boolean isUsed(Path place, Path version) throws IOException {
        for (int i = 0; Files.exists(place.resolve("server-" + i)); i++) {
            Path directory = place.resolve("server-" + i);
            Path named = directory.resolve("version");
            if (Files.exists(named) && Files.readString(named).equals(version.getFileName().toString()) && isTaken(directory)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a server of that version still runs here after its launcher was killed: it takes a while to end. */
    boolean stillServes(Path other) throws IOException {
        return other.getFileName().toString().equals(formerVersion) && LibertyLock.of(output()).isHeld();
    }

    /** The server as it was shipped. */
    Path wlp() {
        return version.resolve("wlp");
    }

    /** The archive of the classes of this version. */
    ClassArchive classes() throws IOException {
        return ClassArchive.of(version, directory);
    }

    /** The directory for logs and the work area. */
    Path output() {
        String named = System.getenv().getOrDefault("WLP_OUTPUT_DIR", "");
        return named.isEmpty() ? directory : Path.of(named);
    }

    /** Deletes the work area unless this version made it. */
    void clear() throws IOException {
        Path madeFor = directory.resolve("work-area-of");
        String name = version.getFileName().toString();
        if (!Files.exists(madeFor) || !Files.readString(madeFor).equals(name)) {
            Trees.delete(directory.resolve("holdfast/workarea"));
            Files.writeString(madeFor, name);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static boolean isTaken(Path directory) throws IOException {
        try (FileChannel channel = lock(directory)) {
            return channel == null;
        }
    }

    /** Locks the directory. Returns null if another process holds the lock. */
    private static @Nullable FileChannel lock(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
            return channel;
        }
        channel.close();
        return null;
    }
}
