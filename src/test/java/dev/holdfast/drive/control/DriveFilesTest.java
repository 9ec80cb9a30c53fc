package dev.holdfast.drive.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.holdfast.drive.entity.DownloadFormat;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.SettingsOf;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.api.ApiCallLimits;
import dev.holdfast.google.api.ForbiddenReason;
import dev.holdfast.google.drive.DriveApi;
import dev.holdfast.google.drive.DriveFileId;
import dev.holdfast.google.drive.DrivePage;
import dev.holdfast.google.drive.DriveQuery;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.RawServer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriveFilesTest {

    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final DriveFileId ID = new DriveFileId("f1");
    private static final String FILE = "/drive/v3/files/f1";
    private static final String GOOGLE = "application/vnd.google-apps.";

    private RawServer google;
    private GoogleHttp http;
    private DriveFiles files;

    @BeforeEach
    void start() throws Exception {
        google = new RawServer();
        GoogleConfig config = new GoogleConfig(SettingsOf.google(google.origin(), Map.of()));
        http = new GoogleHttp(config);
        files = new DriveFiles(LendingDesk.lending("openid", LendingDesk.READONLY),
                new DriveApi(config, http, new ApiCallLimits(config), Clock.systemUTC()), config, Clock.systemUTC());
    }

    @AfterEach
    void stop() throws Exception {
        http.close();
        google.close();
    }

    @Test
    void listWhenDriveAnswersThenThePage() {
        google.on("/drive/v3/files", RawServer.json(200, "{\"files\":[{\"id\":\"a\"}]}"));

        var page = assertInstanceOf(DriveOutcome.Done.class,
                files.list(ACCOUNT, new DriveQuery(Optional.empty(), 25, Optional.empty())));
        assertEquals(1, ((DrivePage) page.value()).files().size());
    }

    @Test
    void listWhenGoogleTakesThePageTokenNoMoreThenItIsTheToken() {
        RawServer.Reply refusal = RawServer.json(400, "{\"error\":{\"errors\":[{\"reason\":\"invalid\"}]}}");
        google.on("/drive/v3/files", refusal);
        assertEquals(new DriveOutcome.PageTokenRefused<>(),
                files.list(ACCOUNT, new DriveQuery(Optional.empty(), 25, Optional.of("old"))));
        google.on("/drive/v3/files", refusal);
        assertEquals(new DriveOutcome.Refused<>(new ApiAnswer.BadRequest<>()),
                files.list(ACCOUNT, new DriveQuery(Optional.empty(), 25, Optional.empty())));
    }

    @Test
    void downloadWhenDriveForbidsItThenWhyAndWhereToSeeIt() {
        google.on(FILE, metadata("a.bin", "application/octet-stream", "5"),
                RawServer.json(403, "{\"error\":{\"errors\":[{\"reason\":\"abuse\"}]}}"));

        assertEquals(new DriveOutcome.Refused<>(new ApiAnswer.Forbidden<>(Optional.of(ForbiddenReason.ABUSIVE)),
                Optional.of("https://drive.google.com/f1")), files.download(ACCOUNT, ID, DownloadFormat.USUAL));
    }

    @Test
    void downloadWhenAnOrdinaryFileThenItsOwnBytesUnderASafeName() throws Exception {
        google.on(FILE, metadata("a/b: \\\"c\\\".txt", "text/plain", "5"), RawServer.answer(200, "text/plain", "hello"));

        try (var content = download().content()) {
            assertEquals("hello", new String(content.stream().readAllBytes()));
        }
    }

    @ParameterizedTest
    @CsvSource({"document, Plan.docx", "spreadsheet, Plan.xlsx", "presentation, Plan.pptx", "drawing, Plan.pdf",
        "something.new, Plan.pdf"})
    void downloadWhenGooglesOwnThenExportedWithTheRightEnding(String kind, String name) throws Exception {
        google.on(FILE, metadata("Plan", GOOGLE + kind, null))
                .on(FILE + "/export", RawServer.answer(200, "whatever/it-says", "exported"));

        Download download = download();
        download.content().close();
        assertEquals(name, download.name());
        assertEquals(8, download.length());
    }

    @ParameterizedTest
    @CsvSource({"document", "spreadsheet", "presentation", "drawing"})
    void downloadWhenGooglesOwnIsWantedAsPdfThenExportedSo(String kind) throws Exception {
        google.on(FILE, metadata("Plan", GOOGLE + kind, null))
                .on(FILE + "/export", RawServer.answer(200, "application/pdf", "exported"));

        Download download = (Download) assertInstanceOf(DriveOutcome.Done.class,
                files.download(ACCOUNT, ID, DownloadFormat.PDF)).value();
        download.content().close();
        assertEquals("Plan.pdf", download.name());
        assertEquals("application/pdf", download.mimeType());
    }

    @ParameterizedTest
    @CsvSource({"text/plain", "application/pdf", "application/vnd.google-apps.folder"})
    void downloadWhenAnyOtherFileIsWantedAsPdfThenWhereToSeeIt(String mimeType) {
        google.on(FILE, metadata("Plan", mimeType, "5"));

        assertEquals(new DriveOutcome.NotDownloadable<>(Optional.of("https://drive.google.com/f1")),
                files.download(ACCOUNT, ID, DownloadFormat.PDF));
    }

    @ParameterizedTest
    @CsvSource({"folder", "form", "shortcut", "drive-sdk.1234"})
    void downloadWhenThereIsNoContentThenWhereToSeeIt(String kind) {
        google.on(FILE, metadata("Plan", GOOGLE + kind, null));

        assertEquals(new DriveOutcome.NotDownloadable<>(Optional.of("https://drive.google.com/f1")),
                files.download(ACCOUNT, ID, DownloadFormat.USUAL));
    }

    @Test
    void downloadWhenTheExportIsTooLargeThenWhereToSeeIt() {
        google.on(FILE, metadata("Plan", GOOGLE + "document", null)).on(FILE + "/export",
                RawServer.json(403, "{\"error\":{\"errors\":[{\"reason\":\"exportSizeLimitExceeded\"}]}}"));

        assertEquals(new DriveOutcome.NotDownloadable<>(Optional.of("https://drive.google.com/f1")),
                files.download(ACCOUNT, ID, DownloadFormat.USUAL));
    }

    @Test
    void downloadWhenTheAnswerTellsNoLengthThenThatOfTheMetadata() throws Exception {
        google.on(FILE, metadata("a.bin", "application/octet-stream", "5"),
                RawServer.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"));

        Download download = download();
        download.content().close();
        assertEquals(5, download.length());
    }

    @Test
    void downloadWhenNoLengthIsToldThenRefused() {
        google.on(FILE, metadata("a.bin", "application/octet-stream", null),
                RawServer.raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"));

        assertEquals(new DriveOutcome.Refused<>(new ApiAnswer.Unusable<>()), files.download(ACCOUNT, ID, DownloadFormat.USUAL));
    }

    @Test
    void downloadWhenDriveDoesNotKnowItThenRefused() {
        google.on(FILE, RawServer.json(404, "{}"));

        assertEquals(new DriveOutcome.Refused<>(new ApiAnswer.NotFound<>()), files.download(ACCOUNT, ID, DownloadFormat.USUAL));
    }

    /** A slow reader takes no connection and no permit away from other people. */
    @Test
    void downloadWhenManyAreUnderWayThenListingsAndOthersDownloadsGoOn() throws Exception {
        google.on("/drive/v3/files", RawServer.json(200, "{\"files\":[]}"));
        List<Download> open = new ArrayList<>();
        for (int reader = 0; reader < 128; reader++) {
            open.add(begin(new UUID(1, reader / 8)));
        }

        assertInstanceOf(DriveOutcome.Done.class, files.list(ACCOUNT, new DriveQuery(Optional.empty(), 25, Optional.empty())));
        serveOnce();
        assertEquals(new DriveOutcome.Refused<>(new ApiAnswer.Unavailable<>(Duration.ofSeconds(5))),
                files.download(ACCOUNT, ID, DownloadFormat.USUAL), "no room, and said at once");
        open.get(0).content().close();
        begin(ACCOUNT).content().close();
        for (Download download : open) {
            download.content().close();
        }
    }

    @Test
    void downloadWhenOnePersonHasEightThenTheNinthWaitsAndOthersDoNot() throws Exception {
        List<Download> open = new ArrayList<>();
        for (int reader = 0; reader < 8; reader++) {
            open.add(begin(ACCOUNT));
        }

        serveOnce();
        assertInstanceOf(DriveOutcome.Refused.class, files.download(ACCOUNT, ID, DownloadFormat.USUAL));
        begin(UUID.randomUUID()).content().close();
        open.get(0).content().close();
        open.get(0).content().close();
        begin(ACCOUNT);
        serveOnce();
        assertInstanceOf(DriveOutcome.Refused.class, files.download(ACCOUNT, ID, DownloadFormat.USUAL), "closing twice leaves one seat");
    }

    @Test
    void downloadWhenItDoesNotComeThenItsSeatIsLeft() {
        for (int attempt = 0; attempt < 9; attempt++) {
            google.on(FILE, metadata("a.bin", "application/octet-stream", "5"), RawServer.json(404, "{}"));
            assertEquals(new ApiAnswer.NotFound<>(),
                    assertInstanceOf(DriveOutcome.Refused.class, files.download(ACCOUNT, ID, DownloadFormat.USUAL)).answer());
        }
    }

    private Download begin(UUID account) {
        serveOnce();
        return (Download) assertInstanceOf(DriveOutcome.Done.class, files.download(account, ID, DownloadFormat.USUAL)).value();
    }

    private void serveOnce() {
        google.on(FILE, metadata("a.bin", "application/octet-stream", "5"), RawServer.answer(200, "text/plain", "hello"));
    }

    private Download download() {
        return (Download) assertInstanceOf(DriveOutcome.Done.class, files.download(ACCOUNT, ID, DownloadFormat.USUAL)).value();
    }

    private static RawServer.Reply metadata(String name, String mimeType, String size) {
        return RawServer.json(200, "{\"id\":\"f1\",\"name\":\"" + name + "\",\"mimeType\":\"" + mimeType + "\""
                + (size == null ? "" : ",\"size\":\"" + size + "\"") + ",\"webViewLink\":\"https://drive.google.com/f1\"}");
    }
}
