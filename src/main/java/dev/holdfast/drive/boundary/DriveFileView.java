package dev.holdfast.drive.boundary;

import dev.holdfast.google.drive.DriveFile;
import dev.holdfast.google.gemini.DocumentForm;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A file in the form the API returns; {@code size} is null for Google's own formats. */
@JsonbPropertyOrder({"id", "name", "mimeType", "size", "modifiedAt", "webViewLink", "iconLink", "ownedByMe",
    "sharedDrive", "answerable"})
public record DriveFileView(
        @Schema(examples = "1f0a2b3c4d") String id,
        @Schema(examples = "Minutes.pdf") String name,
        @Schema(examples = "application/pdf") @JsonbProperty("mime_type") String mimeType,
        @Schema(nullable = true, examples = "48213") @JsonbProperty(value = "size", nillable = true) @Nullable Long size,
        @Schema(nullable = true) @JsonbProperty(value = "modified_at", nillable = true) @Nullable Instant modifiedAt,
        @Schema(nullable = true, examples = "https://drive.google.com/file/d/1f0a2b3c4d/view")
        @JsonbProperty(value = "web_view_link", nillable = true) @Nullable String webViewLink,
        @Schema(nullable = true, examples = "https://drive-thirdparty.googleusercontent.com/16/type/application/pdf")
        @JsonbProperty(value = "icon_link", nillable = true) @Nullable String iconLink,
        @Schema(nullable = true, description = "null for files in a shared drive: they belong to no person", examples = "true")
        @JsonbProperty(value = "owned_by_me", nillable = true) @Nullable Boolean ownedByMe,
        @Schema(description = "Whether the file is in a shared drive", examples = "false")
        @JsonbProperty("shared_drive") boolean sharedDrive,
        @Schema(description = "Whether it is a kind of file that can be asked about; there if questions are answered here",
                examples = "true")
        @Nullable Boolean answerable) {

    /** {@code questions}: whether this installation answers questions about files. */
    static DriveFileView of(DriveFile file, boolean questions) {
        return new DriveFileView(file.id().value(), file.name(), file.mimeType(),
                file.size().isPresent() ? file.size().getAsLong() : null, file.modifiedAt().orElse(null),
                file.webViewLink().orElse(null), file.iconLink().orElse(null), file.ownedByMe().orElse(null),
                file.inSharedDrive(), questions ? DocumentForm.of(file.mimeType()).isPresent() : null);
    }
}
