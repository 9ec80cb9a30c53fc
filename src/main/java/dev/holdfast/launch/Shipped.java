package dev.holdfast.launch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The server in the runnable jar: every file and directory below {@code wlp/}. */
final class Shipped {

    private static final int HEX_DIGITS = 16;

    private final Path jar;
    private final List<ZipEntry> entries;

    private Shipped(Path jar, List<ZipEntry> entries) {
        this.jar = jar;
        this.entries = entries;
    }

    static Shipped in(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return new Shipped(jar, zip.stream().filter(entry -> entry.getName().startsWith("wlp/")).map(ZipEntry.class::cast)
                    .toList());
        }
    }

    /**
     * Returns the same value for the same files with the same content, whatever the name of the jar and the time it was
     * packed.
     */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            entries.stream().map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc() + "\n").sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns whether each file exists with the size it has in the jar. */
    boolean isWholeIn(Path directory) {
        return entries.stream().allMatch(entry -> {
            File file = directory.resolve(entry.getName()).toFile();
            return entry.isDirectory() ? file.isDirectory() : file.isFile() && file.length() == entry.getSize();
        });
    }

    /** Writes all files. Fails if a file in the jar does not match its checksum. */
    void unpackInto(Path directory) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : entries) {
                Path target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("the jar names a file outside: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? target : target.getParent());
                if (!entry.isDirectory()) {
                    unpack(zip, entry, target);
                }
            }
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path target) throws IOException {
        CRC32 sum = new CRC32();
        try (InputStream content = new CheckedInputStream(zip.getInputStream(entry), sum)) {
            Files.copy(content, target);
        }
        if (sum.getValue() != entry.getCrc()) {
            throw new IOException("the jar is damaged at " + entry.getName());
        }
        if (entry.getName().matches("wlp/bin/[^.]+")) {
            target.toFile().setExecutable(true, false);
        }
    }
}
