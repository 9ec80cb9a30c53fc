package dev.holdfast.telemetry.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that is continued after a restart and rotated when it is full: {@code name.log}, with the older
 * {@code name.1.log}, {@code name.2.log} and so on, of which the oldest is deleted. Each line is handed to the operating
 * system before {@link #append} returns. A file that cannot be rotated grows. While it is open, no other server can open it
 * ({@code name.lock}). Not thread-safe.
 */
final class RotatingFile implements AutoCloseable {

    private static final Set<OpenOption> TO_APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

    private final Path directory;
    private final String name;
    private final long maxBytes;
    private final int maxFiles;
    private @Nullable FileChannel claim;
    private @Nullable FileChannel current;
    private boolean stuck;

    private RotatingFile(Path directory, String name, long maxBytes, int maxFiles) {
        this.directory = directory;
        this.name = name;
        this.maxBytes = maxBytes;
        this.maxFiles = maxFiles;
    }

    /**
     * Opens the file, readable only to its own user. Creates the directory, with the same protection, if it is missing.
     *
     * @throws InUse if another server has it open
     */
    static RotatingFile open(Path directory, String name, long maxBytes, int maxFiles) throws IOException {
        RotatingFile file = new RotatingFile(directory, name, maxBytes, maxFiles);
        Files.createDirectories(directory, ownersAlone(directory, "rwx------"));
        try {
            file.claim();
            file.openCurrent();
            return file;
        } catch (IOException unusable) {
            file.close();
            throw unusable;
        }
    }

    Path path() {
        return numbered(0);
    }

    void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
        FileChannel file = current != null && current.isOpen() ? current : openCurrent();
        if (file.size() > 0 && file.size() + bytes.remaining() > maxBytes) {
            file = rotate(file);
        }
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (current != null) {
                current.close();
            }
        } finally {
            if (claim != null) {
                claim.close();
            }
        }
    }

    private void claim() throws IOException {
        Path lock = directory.resolve(name + ".lock");
        claim = FileChannel.open(lock, TO_APPEND, ownersAlone(directory, "rw-------"));
        try {
            if (claim.tryLock() == null) {
                throw new InUse(lock);
            }
        } catch (OverlappingFileLockException sameProcess) {
            throw new InUse(lock);
        }
    }

    private FileChannel rotate(FileChannel full) throws IOException {
        full.close();
        FileChannel next;
        try {
            moveOn();
            stuck = false;
        } catch (IOException failed) {
            if (!stuck) {
                stuck = true;
                TelemetryLog.auditNotRotated(path(), failed);
            }
        } finally {
            next = openCurrent();
        }
        return next;
    }

    /** Renames no further than to the first free number, so that a retry after a failure deletes no older file. */
    private void moveOn() throws IOException {
        int free = 1;
        while (free < maxFiles - 1 && Files.exists(numbered(free))) {
            free++;
        }
        for (int number = free; number > 0; number--) {
            Files.move(numbered(number - 1), numbered(number), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private FileChannel openCurrent() throws IOException {
        Path file = numbered(0);
        FileChannel opened = FileChannel.open(file, TO_APPEND, ownersAlone(file, "rw-------"));
        current = opened;
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return opened;
    }

    private Path numbered(int number) {
        return directory.resolve(number == 0 ? name + ".log" : name + '.' + number + ".log");
    }

    private static FileAttribute<?>[] ownersAlone(Path place, String permissions) {
        return isPosix(place)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** The file is open in another server. */
    static final class InUse extends FileSystemException {

        private static final long serialVersionUID = 1L;

        private InUse(Path lock) {
            super(lock.toString(), null, "is locked by another server");
        }
    }
}
