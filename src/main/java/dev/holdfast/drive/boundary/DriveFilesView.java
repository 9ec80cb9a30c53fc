package dev.holdfast.drive.boundary;

import dev.holdfast.google.drive.DrivePage;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of files; {@code next_page_token} is null on the last page. An empty page with a token is not the end. {@code
 * incomplete} is true if Google says that it did not search everything.
 */
@JsonbPropertyOrder({"files", "nextPageToken", "incomplete", "questions"})
public record DriveFilesView(
        List<DriveFileView> files,
        @Schema(nullable = true, examples = "~!!~AI9FV7Q")
        @JsonbProperty(value = "next_page_token", nillable = true) @Nullable String nextPageToken,
        @Schema(description = "Google did not search everything there is; more files may match", examples = "false")
        boolean incomplete,
        @Schema(description = "true if this installation answers questions about files; else it is not there", examples = "true")
        @Nullable Boolean questions) {

    static DriveFilesView of(DrivePage page, boolean questions) {
        return new DriveFilesView(page.files().stream().map(file -> DriveFileView.of(file, questions)).toList(),
                page.nextPageToken().orElse(null), page.incomplete(), questions ? true : null);
    }
}
