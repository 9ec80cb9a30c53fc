package dev.holdfast.google.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** What Drive tells about one file. Links are http(s) or absent; {@code size} is absent for Google's own formats. */
public record DriveFile(DriveFileId id, String name, String mimeType, OptionalLong size, Optional<Instant> modifiedAt,
        Optional<String> webViewLink, Optional<String> iconLink, boolean ownedByMe) {}
