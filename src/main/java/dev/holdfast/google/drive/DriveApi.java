package dev.holdfast.google.drive;

import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.GoogleLog;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.api.ApiCalls;
import dev.holdfast.google.api.ApiName;
import dev.holdfast.google.api.ApiRefusal;
import dev.holdfast.google.api.CallSeats;
import dev.holdfast.google.api.RetryAfter;
import dev.holdfast.google.token.AccessToken;
import dev.holdfast.google.wire.Answer;
import dev.holdfast.google.wire.ApiRoom;
import dev.holdfast.google.wire.CallEnd;
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
 * Google Drive, API v3, as far as Holdfast shows it. Each method is one call, never repeated; its answer is a value. At
 * most {@value ApiRoom#PROMPT} are on their way at once on this node (until what is downloaded begins to come); one more is
 * answered {@link ApiAnswer.Unavailable} at once.
 */
@ApplicationScoped
public class DriveApi {

    private static final Duration AFTER_SILENCE = Duration.ofSeconds(5);
    private static final int REFUSAL_CAP = 64 * 1024;

    /** A hundred files with names as long as Drive allows; an ordinary page has some 50 kB. */
    private static final int PAGE_CAP = 4 * 1024 * 1024;

    private GoogleHttp http;
    private ApiCalls calls;
    private DriveUris uris;
    private ExportReader exports;
    private Clock clock;

    protected DriveApi() {}

    @Inject
    public DriveApi(GoogleConfig config, GoogleHttp http, ApiCalls calls, Clock clock) {
        this.http = http;
        this.calls = calls;
        this.uris = new DriveUris(config.apiRoot());
        this.exports = new ExportReader(http, config.timeout());
        this.clock = clock;
    }

    /** Seats for each person's calls of this and other APIs: a caller takes one for each call. */
    public CallSeats seats() {
        return calls.seats();
    }

    public ApiAnswer<DrivePage> list(AccessToken token, DriveQuery query) {
        return json(uris.list(query), token, PAGE_CAP, DriveJson::page);
    }

    public ApiAnswer<DriveFile> file(AccessToken token, DriveFileId id) {
        return json(uris.file(id), token, GoogleHttp.JSON_CAP, DriveJson::file);
    }

    /** The bytes of an ordinary file, as they come. The caller closes what is found. */
    public ApiAnswer<DriveContent> download(AccessToken token, DriveFileId id) {
        return call(place -> http.openContent(uris.media(id), token.value(), place), this::content);
    }

    /**
     * One of Google's own documents in another format, whole, its length known. The caller closes what is found;
     * {@link ApiAnswer.NotDownloadable} over 10 MB, and where Drive has no such conversion.
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
            return timing.ended(endOf(answer), answer);
        } catch (GoogleTrouble trouble) {
            GoogleLog.driveTrouble(trouble.code());
            // The same page is as large at the next try: that is no reason to wait.
            return GoogleTrouble.TOO_LARGE.equals(trouble.code())
                    ? new ApiAnswer.Unusable<>() : new ApiAnswer.Unavailable<>(AFTER_SILENCE);
        }
    }

    /** In a coding nobody asked for, what a proxy on the way may do, it would be handed out as a broken file. */
    private static <T> ApiAnswer<T> read(OpenAnswer open, Reader<T> reader) throws GoogleTrouble {
        if (open.isEncoded()) {
            open.close();
            return unusable("content_encoding");
        }
        return reader.read(open);
    }

    private static CallEnd endOf(ApiAnswer<?> answer) {
        if (answer instanceof ApiAnswer.RateLimited) {
            return CallEnd.LIMITED;
        }
        boolean failed = answer instanceof ApiAnswer.Unavailable || answer instanceof ApiAnswer.Unusable;
        return failed ? CallEnd.FAILED : CallEnd.ANSWERED;
    }

    private <T> ApiAnswer<T> refused(Answer answer) {
        ApiRefusal refusal = new ApiRefusal(answer.status(), answer.body(), answer.challenge().orElse(""),
                RetryAfter.at(clock.instant(), answer.retryAfter()));
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
