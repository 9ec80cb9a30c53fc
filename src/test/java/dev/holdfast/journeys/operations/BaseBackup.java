package dev.holdfast.journeys.operations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** A base backup, taken as {@code pg_basebackup} takes it, which the embedded PostgreSQL does not bring along. */
final class BaseBackup extends SimpleFileVisitor<Path> {

    /** The files that a base backup leaves out: each belongs to the running server, or comes with the write-ahead log. */
    private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final Path from;
    private final Path to;

    private BaseBackup(Path from, Path to) {
        this.from = from;
        this.to = to;
    }

    /** Copies the data directory of a server that runs. */
    static void take(EmbeddedPostgres server, Path data, Path copy) throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement backup = connection.createStatement()) {
            backup.execute("select pg_backup_start('copy', true)");
            Files.walkFileTree(data, new BaseBackup(data, copy));
            try (ResultSet label = backup.executeQuery("select labelfile from pg_backup_stop(false)")) {
                label.next();
                Files.writeString(copy.resolve("backup_label"), label.getString(1));
            }
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        Files.createDirectories(to.resolve(from.relativize(directory)),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (!NOT_COPIED.contains(file.getFileName().toString()) && !file.getParent().endsWith("pg_wal")) {
            copy(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException gone) {
        return FileVisitResult.CONTINUE;
    }

    /** Leaves out a file that the server removes during the copy: the write-ahead log brings what it stood for. */
    private void copy(Path file) throws IOException {
        Path there = to.resolve(from.relativize(file));
        try {
            Files.copy(file, there);
        } catch (NoSuchFileException gone) {
            Files.deleteIfExists(there);
        }
    }
}
