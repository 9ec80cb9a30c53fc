package dev.holdfast.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What one running server writes to: a numbered directory beside the versions, locked for as long as the process lives that
 * started the server. {@code version} in it says from which directory it runs.
 */
final class Seat implements AutoCloseable {

    /** More servers than one machine has ports to spare for. */
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

    /** The first that nobody holds; whoever asks holds the lock of the place. */
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
     * Whether a server that another process has started runs from that version. Never to be asked once this process has a seat
     * of that version: a process that closes a file loses all its locks on it (POSIX, fcntl), however often it is open.
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

    /** Whether a server of that version, whose launcher was killed, still runs here: it takes a while to end. */
    boolean stillServes(Path other) throws IOException {
        return other.getFileName().toString().equals(formerVersion) && LibertyLock.of(output()).isHeld();
    }

    /** The server as it was shipped. */
    Path wlp() {
        return version.resolve("wlp");
    }

    /** For logs and the work area. */
    Path output() {
        String named = System.getenv().getOrDefault("WLP_OUTPUT_DIR", "");
        return named.isEmpty() ? directory : Path.of(named);
    }

    /** No version goes on with the work area of another. */
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

    /** Null if somebody else holds it. */
    private static FileChannel lock(Path directory) throws IOException {
        FileChannel channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() != null) {
            return channel;
        }
        channel.close();
        return null;
    }
}
