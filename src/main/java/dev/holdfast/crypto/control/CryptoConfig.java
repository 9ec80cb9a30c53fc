package dev.holdfast.crypto.control;

import dev.holdfast.crypto.entity.EncryptionKey;
import dev.holdfast.settings.control.HttpUrls;
import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import dev.holdfast.settings.entity.PublicUrl;
import dev.holdfast.settings.entity.SecretText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code holdfast.crypto.keys} or {@code holdfast.crypto.keys-file}: the first key encrypts, all decrypt. If neither is
 * set, only a trial on this machine may start: embedded Derby behind a loopback public URL.
 */
@ApplicationScoped
public class CryptoConfig implements RoomSettings {

    private static final String KEYS = "holdfast.crypto.keys";
    private static final String KEYS_FILE = "holdfast.crypto.keys-file";

    private List<EncryptionKey> keys = List.of();

    protected CryptoConfig() {}

    @Inject
    public CryptoConfig(Settings settings, PublicUrl publicUrl) {
        boolean inline = settings.raw(KEYS).isPresent();
        boolean file = settings.text(KEYS_FILE).isPresent();
        if (inline && file) {
            settings.fault(KEYS_FILE, "is set together with " + KEYS + "; keep one of the two");
        } else if (file) {
            this.keys = parse(settings, KEYS_FILE, fileContent(settings));
        } else if (inline) {
            this.keys = parse(settings, KEYS, settings.raw(KEYS).orElse(""));
        } else if (!isTrial(settings, publicUrl)) {
            settings.fault(KEYS, "is not set; outside a trial on embedded Derby and a loopback public URL every node"
                    + " needs the same keys: 1:<output of openssl rand -base64 32>");
        }
    }

    /** The configured keys, the one that encrypts first; if empty, the generated key is used. */
    List<EncryptionKey> keys() {
        return keys;
    }

    private static boolean isTrial(Settings settings, PublicUrl publicUrl) {
        return "derby".equals(settings.text("holdfast.db.kind", "derby")) && HttpUrls.isLoopback(publicUrl.origin());
    }

    private static String fileContent(Settings settings) {
        try {
            return Files.readString(Path.of(settings.text(KEYS_FILE, "")));
        } catch (IOException | InvalidPathException unreadable) {
            settings.fault(KEYS_FILE, "names a file that cannot be read");
            return "";
        }
    }

    private static List<EncryptionKey> parse(Settings settings, String setting, String text) {
        List<EncryptionKey> keys = new ArrayList<>();
        for (String entry : text.split("[,\\r\\n]+")) {
            if (!entry.isBlank()) {
                add(settings, setting, keys, entry.strip());
            }
        }
        if (keys.isEmpty() && settings.faults().stream().noneMatch(fault -> fault.key().equals(setting))) {
            settings.fault(setting, "holds no key; put one there: 1:<output of openssl rand -base64 32>");
        }
        return List.copyOf(keys);
    }

    private static void add(Settings settings, String setting, List<EncryptionKey> keys, String entry) {
        Optional<String> damage = SecretText.faultOf(entry);
        if (damage.isPresent()) {
            settings.fault(setting, damage.get());
            return;
        }
        try {
            EncryptionKey key = EncryptionKey.parse(entry);
            if (keys.stream().anyMatch(other -> other.number() == key.number())) {
                settings.fault(setting, "has key number " + key.number() + " twice");
            } else if (keys.stream().anyMatch(key::sameMaterial)) {
                settings.fault(setting, "has the same key under two numbers");
            }
            keys.add(key);
        } catch (IllegalArgumentException refused) {
            settings.fault(setting, String.valueOf(refused.getMessage()));
        }
    }
}
