package dev.holdfast.drive.entity;

import dev.holdfast.google.Scopes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The scopes of which a call needs any one (Drive API, "Choose Google Drive API scopes"). */
public enum DriveNeed {
    LISTING("drive.readonly", "drive", "drive.file", "drive.metadata.readonly", "drive.metadata"),
    CONTENT("drive.readonly", "drive", "drive.file");

    private static final String PREFIX = "https://www.googleapis.com/auth/";

    private final List<String> sufficient;

    DriveNeed(String... names) {
        sufficient = Stream.of(names).map(PREFIX::concat).toList();
    }

    /** Whether the granted scopes suffice. An empty set means that the granted scopes are unknown: then Drive decides. */
    public boolean isMetBy(Set<String> granted) {
        Set<String> normalised = Scopes.normalise(granted);
        return normalised.isEmpty() || sufficient.stream().anyMatch(normalised::contains);
    }

    /**
     * Returns the scope to ask a person for: a sufficient scope that this installation requests anyway, if there is one.
     */
    public String scopeToAsk(Set<String> configured) {
        return configured.stream().filter(sufficient::contains).findFirst().orElse(sufficient.get(0));
    }
}
