package dev.holdfast.crypto.control;

import dev.holdfast.crypto.entity.EncryptionKey;
import dev.holdfast.settings.control.StartOrder;
import dev.holdfast.settings.control.StartRefusal;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** The configured keys; in a trial, the one key that is generated into the data directory and kept there for good. */
@ApplicationScoped
public class EncryptionKeys {

    @Inject CryptoConfig config;
    @Inject DataDirectory dataDirectory;
    @Inject StartRefusal refusal;
    @Inject Envelope envelope;
    @Inject KeyedHash keyedHash;

    void load(@Observes @Priority(StartOrder.KEYS) Startup start) {
        List<EncryptionKey> keys = config.keys().isEmpty() ? List.of(generated()) : config.keys();
        envelope.use(keys);
        keyedHash.use(keys);
    }

    private EncryptionKey generated() {
        Path file = dataDirectory.resolve("generated.key");
        try {
            if (!Files.exists(file)) {
                write(file, EncryptionKey.generated(1, RandomTokens.bytes(EncryptionKey.LENGTH)).encoded());
            }
            CryptoLog.generatedKey(file);
            return EncryptionKey.parse(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException unusable) {
            throw refusal.refuse("the generated key " + file + " cannot be read; restore it from a backup, or remove the"
                    + " whole data directory to start from the beginning");
        }
    }

    /** Writes the key completely or not at all: to a temporary file, which is forced to disk and then renamed. */
    private static void write(Path file, String text) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        Files.createFile(aside);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-------"));
        }
        try (FileChannel channel = FileChannel.open(aside, Set.of(StandardOpenOption.WRITE))) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
