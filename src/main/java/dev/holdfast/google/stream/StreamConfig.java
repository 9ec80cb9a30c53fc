package dev.holdfast.google.stream;

import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.wire.AllowedOrigins;
import dev.holdfast.settings.control.RoomSettings;
import dev.holdfast.settings.control.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The setting that names the service account's key file. The start does not read the file: it need not be there by then. */
@ApplicationScoped
public class StreamConfig implements RoomSettings {

    private static final String GOOGLES_ROOT = "https://risc.googleapis.com";
    private static final String VERSION = "/v1beta";

    private Optional<Path> serviceAccountFile;
    private URI root;

    protected StreamConfig() {}

    @Inject
    public StreamConfig(Settings settings, GoogleConfig google) {
        serviceAccountFile = settings.parsed("holdfast.google.service-account-file", null, "must be the path of a file",
                Path::of);
        root = URI.create((AllowedOrigins.isGooglesApi(google.apiRoot()) ? GOOGLES_ROOT
                : google.apiRoot().toString().replaceFirst("/+$", "")) + VERSION);
    }

    /** Returns the file with the key of the service account; empty if none is set. */
    public Optional<Path> serviceAccountFile() {
        return serviceAccountFile;
    }

    /** Returns the address of a call of the API, such as {@code stream:update}. */
    URI call(String name) {
        return URI.create(root + "/" + name);
    }
}
