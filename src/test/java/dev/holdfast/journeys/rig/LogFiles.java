package dev.holdfast.journeys.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.function.Predicate;

/** The text of all files named {@code *.log} below a directory, in which a server may be at work. */
final class LogFiles extends SimpleFileVisitor<Path> {

    /** Directories of many files without a log among them, which come and go while the server runs. */
    private static final Set<String> NO_LOGS = Set.of("workarea", "derby");

    private final StringBuilder all = new StringBuilder();
    private final Predicate<String> wanted;

    private LogFiles(Predicate<String> wanted) {
        this.wanted = wanted;
    }

    static String below(Path directory) {
        return below(directory, name -> true);
    }

    /** Returns the text of the logs whose file names are wanted. */
    static String below(Path directory, Predicate<String> wanted) {
        LogFiles files = new LogFiles(wanted);
        try {
            Files.walkFileTree(directory, files);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return files.all.toString();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        return NO_LOGS.contains(directory.getFileName().toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".log") && wanted.test(name)) {
            try {
                all.append(Files.readString(file));
            } catch (NoSuchFileException renamed) {
                return visitFileFailed(file, renamed);
            }
        }
        return FileVisitResult.CONTINUE;
    }

    /** Skips the file: it was renamed or deleted at this very moment. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
        return FileVisitResult.CONTINUE;
    }
}
