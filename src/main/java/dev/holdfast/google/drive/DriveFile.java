package dev.holdfast.google.drive;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The metadata of one file in Drive. Links are http(s) or absent; {@code size} is absent for Google's own formats, and
 * {@code ownedByMe} for files in a shared drive, which belong to no person (Drive API, "files").
 */
public record DriveFile(DriveFileId id, String name, String mimeType, OptionalLong size, Optional<Instant> modifiedAt,
        Optional<String> webViewLink, Optional<String> iconLink, Optional<Boolean> ownedByMe, boolean inSharedDrive) {}
