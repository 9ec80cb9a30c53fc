package dev.holdfast.journeys.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for secrets and for long pieces of them, because half a token in a log is a leak as well. */
final class SecretScan {

    private static final int PIECE = 28;

    private final List<String> needles;

    SecretScan(Collection<String> secrets) {
        this.needles = secrets.stream().flatMap(SecretScan::pieces).distinct().toList();
    }

    /** Returns the pieces found in the text, shortened so that no secret is shown. */
    TreeSet<String> findingsIn(String place, String text) {
        TreeSet<String> findings = new TreeSet<>();
        needles.parallelStream().filter(text::contains).map(needle -> place + ": " + needle.substring(0, 12) + "...")
                .toList().forEach(findings::add);
        return findings;
    }

    /** Scans every file below the directory, whatever its kind. */
    TreeSet<String> findingsBelow(Path directory) {
        TreeSet<String> findings = new TreeSet<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                findings.addAll(findingsIn(file.getFileName().toString(), bytes));
            }
            return findings;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<String> pieces(String secret) {
        return secret.length() <= PIECE ? Stream.of(secret)
                : Stream.of(secret.substring(secret.length() - PIECE),
                        secret.substring(secret.length() / 2 - PIECE / 2, secret.length() / 2 + PIECE / 2));
    }
}
