package dev.holdfast.standin.drive;

import dev.holdfast.standin.content.FileContent;
import dev.holdfast.standin.content.FileKind;
import dev.holdfast.standin.grant.StandInScopes;
import dev.holdfast.standin.grant.Token;
import dev.holdfast.standin.http.ApiError;
import dev.holdfast.standin.http.Call;
import dev.holdfast.standin.http.Refused;
import dev.holdfast.standin.http.StandInAnswer;
import dev.holdfast.standin.http.Template;
import dev.holdfast.standin.token.BearerCheck;
import dev.holdfast.standin.world.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Drive v3, the reading part: list, get, download, export. */
public final class StandInDriveApi {

    private static final Set<String> METADATA = new LinkedHashSet<>(List.of(
            StandInScopes.DRIVE, StandInScopes.DRIVE_READONLY, StandInScopes.DRIVE_METADATA_READONLY,
            StandInScopes.DRIVE_METADATA, StandInScopes.DRIVE_FILE));
    private static final Set<String> CONTENT =
            new LinkedHashSet<>(List.of(StandInScopes.DRIVE, StandInScopes.DRIVE_READONLY, StandInScopes.DRIVE_FILE));
    private static final String STANDARD_FIELDS = "kind,id,name,mimeType";

    private final World world;
    private final BearerCheck bearer;
    private final StandInDriveFiles files;
    private final DriveList list;

    public StandInDriveApi(World world) {
        this.world = world;
        this.bearer = new BearerCheck(world);
        this.files = new StandInDriveFiles(world.clock().instant());
        this.list = new DriveList(world, files);
    }

    public StandInAnswer list(Call call) {
        return list.answer(call.query(), bearer.token(call, METADATA));
    }

    public StandInAnswer metadata(Call call) {
        StandInDriveFile file = findSupported(call, bearer.token(call, METADATA));
        DriveFields fields = DriveFields.parse(call.query().get("fields", STANDARD_FIELDS));
        return StandInAnswer.json(200, fields.of(file.json(DriveLinks.of(world)))).uncached();
    }

    public StandInAnswer content(Call call) {
        StandInDriveFile file = findSupported(call, bearer.token(call, CONTENT));
        if (!file.isBlob()) {
            throw ApiError.parameter(403, "fileNotDownloadable", "alt",
                            "Only files with binary content can be directly downloaded. Use Export with Docs Editors"
                                    + " files.")
                    .refusal();
        }
        if (file.is(StandInDriveFile.Flag.ABUSIVE) && !"true".equals(call.query().get("acknowledgeAbuse"))) {
            throw ApiError.global(403, "cannotDownloadAbusiveFile",
                            "This file has been identified as malware or spam and cannot be downloaded.")
                    .refusal();
        }
        checkDownload(file);
        Map<String, String> headers = Map.of("Content-Type", file.kind().mimeType());
        return new StandInAnswer(200, headers, file.size(), file.content().body()).uncached();
    }

    /** Answers the page that stands for Google's editors. */
    public StandInAnswer view(Call call) {
        Map<String, String> values = Map.of("name", call.query().get("name", "this file"));
        return StandInAnswer.html(200, Template.page("File", "view.html", values));
    }

    public StandInAnswer export(Call call) {
        StandInDriveFile file = find(call, bearer.token(call, CONTENT));
        if (!file.kind().isExportable()) {
            throw ApiError.global(403, "fileNotExportable", "Export only supports Docs Editors files.").refusal();
        }
        checkDownload(file);
        FileKind format = DriveExports.format(file.kind(), call.query().get("mimeType"));
        if (file.is(StandInDriveFile.Flag.OVERSIZE_EXPORT)) {
            throw ApiError.global(403, "exportSizeLimitExceeded", "This file is too large to be exported.").refusal();
        }
        byte[] bytes = FileContent.bytes(format, file.name(), file.text());
        return StandInAnswer.of(200, format.mimeType(), bytes).uncached();
    }

    private static void checkDownload(StandInDriveFile file) {
        if (file.is(StandInDriveFile.Flag.NO_DOWNLOAD)) {
            throw ApiError.global(403, "cannotDownloadFile", "This file cannot be downloaded by the user.").refusal();
        }
    }

    /** Hides files of a shared drive from an application that does not say it supports them. */
    private StandInDriveFile findSupported(Call call, Token token) {
        StandInDriveFile file = find(call, token);
        if (file.is(StandInDriveFile.Flag.SHARED_DRIVE) && !"true".equals(call.query().get("supportsAllDrives"))) {
            throw notFound(file.id());
        }
        return file;
    }

    private StandInDriveFile find(Call call, Token token) {
        String id = call.path().replaceFirst("^/drive/v3/files/", "").replaceFirst("/export$", "");
        return files.find(token.person(), id).orElseThrow(() -> notFound(id));
    }

    private static Refused notFound(String id) {
        return ApiError.parameter(404, "notFound", "fileId", "File not found: " + id + ".").refusal();
    }
}
