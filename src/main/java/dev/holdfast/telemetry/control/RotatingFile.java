package dev.holdfast.telemetry.control;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file of lines that goes on where it ended and gives way to a new one when it is full: {@code name.log}, and before it
 * {@code name.1.log}, {@code name.2.log} and so on, of which the oldest is deleted. Each line is handed to the operating
 * system before {@link #append} returns. Not for several threads at once.
 */
final class RotatingFile implements AutoCloseable {

    private final Path directory;
    private final String name;
    private final long maxBytes;
    private final int maxFiles;
    private FileChannel current;

    private RotatingFile(Path directory, String name, long maxBytes, int maxFiles) {
        this.directory = directory;
        this.name = name;
        this.maxBytes = maxBytes;
        this.maxFiles = maxFiles;
    }

    /** Readable to its own user alone. */
    static RotatingFile open(Path directory, String name, long maxBytes, int maxFiles) throws IOException {
        RotatingFile file = new RotatingFile(directory, name, maxBytes, maxFiles);
        Files.createDirectories(directory);
        file.openCurrent();
        return file;
    }

    Path path() {
        return numbered(0);
    }

    void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + '\n').getBytes(StandardCharsets.UTF_8));
        if (current == null || !current.isOpen()) {
            openCurrent();
        }
        if (current.size() > 0 && current.size() + bytes.remaining() > maxBytes) {
            rotate();
        }
        while (bytes.hasRemaining()) {
            current.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
    }

    private void rotate() throws IOException {
        current.close();
        for (int number = maxFiles - 1; number > 0; number--) {
            if (Files.exists(numbered(number - 1))) {
                Files.move(numbered(number - 1), numbered(number), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        openCurrent();
    }

    private void openCurrent() throws IOException {
        Path file = numbered(0);
        current = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private Path numbered(int number) {
        return directory.resolve(number == 0 ? name + ".log" : name + '.' + number + ".log");
    }
}
