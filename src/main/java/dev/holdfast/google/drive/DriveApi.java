package dev.holdfast.google.drive;

import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.GoogleLog;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.api.ApiCallLimits;
import dev.holdfast.google.api.ApiName;
import dev.holdfast.google.api.ApiRefusal;
import dev.holdfast.google.api.CallSeats;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.google.wire.Answer;
import dev.holdfast.google.wire.ApiRoom;
import dev.holdfast.google.wire.CallWatch;
import dev.holdfast.google.wire.GoogleCall;
import dev.holdfast.google.wire.GoogleHttp;
import dev.holdfast.google.wire.GoogleTrouble;
import dev.holdfast.google.wire.OpenAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The calls of Google Drive, API v3, that Holdfast makes. Each method makes one call, never repeats it, and returns a
 * value. If no place of {@link ApiRoom} is free on this node, the call is answered {@link ApiAnswer.Unavailable} at once;
 * a download keeps its place until its content begins to arrive.
 */
@ApplicationScoped
public class DriveApi {

    private static final Duration AFTER_SILENCE = Duration.ofSeconds(5);
    private static final int REFUSAL_CAP = 64 * 1024;

    /** Suffices for a hundred files with the longest names that Drive allows; an ordinary page has about 50 kB. */
    private static final int PAGE_CAP = 4 * 1024 * 1024;

    private GoogleHttp http;
    private ApiCallLimits calls;
    private DriveUris uris;
    private ExportReader exports;
    private Clock clock;

    protected DriveApi() {}

    @Inject
    public DriveApi(GoogleConfig config, GoogleHttp http, ApiCallLimits calls, Clock clock) {
        this.http = http;
        this.calls = calls;
        this.uris = new DriveUris(config.apiRoot());
        this.exports = new ExportReader(http, config.timeout());
        this.clock = clock;
    }

    /** Returns the seats for each person's calls of this and other APIs: a caller takes one for each call. */
    public CallSeats seats() {
        return calls.seats();
    }

    public ApiAnswer<DrivePage> list(AccessToken token, DriveQuery query) {
        return json(uris.list(query), token, PAGE_CAP, DriveJson::page);
    }

    public ApiAnswer<DriveFile> file(AccessToken token, DriveFileId id) {
        return json(uris.file(id), token, GoogleHttp.JSON_CAP, DriveJson::file);
    }

    /** Opens the bytes of an ordinary file, streamed as they arrive. The caller closes the content. */
    public ApiAnswer<DriveContent> download(AccessToken token, DriveFileId id) {
        return call(place -> http.openContent(uris.media(id), token.value(), place), this::content);
    }

    /**
     * Exports one of Google's own documents in another format. The content is complete and its length known; the caller
     * closes it. {@link ApiAnswer.NotDownloadable} if it exceeds 10 MB or Drive has no such conversion.
     */
    public ApiAnswer<DriveContent> export(AccessToken token, DriveFileId id, String mimeType) {
        ApiAnswer<DriveContent> answer = call(
                place -> http.openContent(uris.export(id, mimeType), token.value(), place), exports::read);
        return answer instanceof ApiAnswer.BadRequest ? new ApiAnswer.NotDownloadable<>() : answer;
    }

    private <T> ApiAnswer<T> json(URI url, AccessToken token, int cap, Function<String, Optional<T>> reader) {
        return call(place -> http.open(url, token.value(), place), answer -> reader.apply(http.readOut(answer, cap).body())
                .<ApiAnswer<T>>map(ApiAnswer.Found::new)
                .orElseGet(DriveApi::unusable));
    }

    private ApiAnswer<DriveContent> content(OpenAnswer answer) throws GoogleTrouble {
        try {
            return new ApiAnswer.Found<>(DriveContent.of(answer));
        } catch (IOException broken) {
            answer.abort();
            throw new GoogleTrouble("connection_failed");
        }
    }

    private interface Question {
        OpenAnswer ask(ApiRoom.Place place) throws GoogleTrouble;
    }

    private interface Reader<T> {
        ApiAnswer<T> read(OpenAnswer answer) throws GoogleTrouble;
    }

    private <T> ApiAnswer<T> call(Question question, Reader<T> reader) {
        Optional<ApiRoom.Place> room = http.enterApi();
        if (room.isEmpty()) {
            return new ApiAnswer.Unavailable<>(AFTER_SILENCE);
        }
        try (ApiRoom.Place place = room.get(); CallWatch.Timing timing = http.calls().begin(GoogleCall.DRIVE)) {
            OpenAnswer open = question.ask(place);
            ApiAnswer<T> answer = open.status() == 200 ? read(open, reader) : refused(http.readOut(open, REFUSAL_CAP));
            if (answer instanceof ApiAnswer.Found) {
                calls.disabled().worked(ApiName.DRIVE);
            }
            return timing.ended(answer.end(), answer);
        } catch (GoogleTrouble trouble) {
            GoogleLog.driveTrouble(trouble.code());
            // The page would be as large at a retry: waiting would not help.
            return GoogleTrouble.TOO_LARGE.equals(trouble.code())
                    ? new ApiAnswer.Unusable<>() : new ApiAnswer.Unavailable<>(AFTER_SILENCE);
        }
    }

    /** Rejects a content coding that was not requested, as a proxy may add one: the person would get a broken file. */
    private static <T> ApiAnswer<T> read(OpenAnswer open, Reader<T> reader) throws GoogleTrouble {
        if (open.isEncoded()) {
            open.close();
            return unusable("content_encoding");
        }
        return reader.read(open);
    }

    private <T> ApiAnswer<T> refused(Answer answer) {
        ApiRefusal refusal = ApiRefusal.of(answer, clock.instant());
        if (refusal.isForWantOfTheApi()) {
            calls.disabled().refused(ApiName.DRIVE, refusal.service());
        }
        return refusal.answer();
    }

    private static <T> ApiAnswer<T> unusable() {
        return unusable("unusable_body");
    }

    private static <T> ApiAnswer<T> unusable(String code) {
        GoogleLog.driveTrouble(code);
        return new ApiAnswer.Unusable<>();
    }
}
