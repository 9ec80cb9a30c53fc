package dev.holdfast.drive.entity;

import dev.holdfast.google.Scopes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a call needs of a grant: any one of these scopes (Drive API, "Choose Google Drive API scopes"). */
public enum DriveNeed {
    LISTING("drive.readonly", "drive", "drive.file", "drive.metadata.readonly", "drive.metadata"),
    CONTENT("drive.readonly", "drive", "drive.file");

    private static final String PREFIX = "https://www.googleapis.com/auth/";

    private final List<String> sufficient;

    DriveNeed(String... names) {
        sufficient = Stream.of(names).map(PREFIX::concat).toList();
    }

    /** An empty set means that nobody told what was granted: then Drive decides. */
    public boolean isMetBy(Set<String> granted) {
        Set<String> normalised = Scopes.normalise(granted);
        return normalised.isEmpty() || sufficient.stream().anyMatch(normalised::contains);
    }

    /** The scope to ask a person for: the one this installation asks for anyway, if any of its scopes would do. */
    public String scopeToAsk(Set<String> configured) {
        return configured.stream().filter(sufficient::contains).findFirst().orElse(sufficient.get(0));
    }
}
