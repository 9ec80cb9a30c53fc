package dev.holdfast.standin.drive;

import dev.holdfast.standin.content.FileKind;
import dev.holdfast.standin.http.ApiError;
import java.util.List;
import java.util.Map;

/** The formats to which Google's documents can be exported. */
final class DriveExports {

    private static final Map<FileKind, List<FileKind>> FORMATS = Map.of(
            FileKind.DOC, List.of(FileKind.DOCX, FileKind.PDF, FileKind.TEXT, FileKind.HTML),
            FileKind.SHEET, List.of(FileKind.XLSX, FileKind.PDF, FileKind.CSV),
            FileKind.SLIDES, List.of(FileKind.PPTX, FileKind.PDF, FileKind.TEXT),
            FileKind.DRAWING, List.of(FileKind.PNG, FileKind.PDF, FileKind.SVG));

    private DriveExports() {}

    static FileKind format(FileKind kind, String mimeType) {
        if (mimeType == null) {
            throw ApiError.parameter(400, "required", "mimeType", "Required parameter: mimeType").refusal();
        }
        return FORMATS.get(kind).stream()
                .filter(format -> format.mimeType().equals(mimeType))
                .findFirst()
                .orElseThrow(() -> ApiError.parameter(400, "badRequest", "convertTo",
                                "The requested conversion is not supported.")
                        .refusal());
    }
}
