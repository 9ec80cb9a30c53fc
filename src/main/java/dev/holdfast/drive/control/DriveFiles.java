package dev.holdfast.drive.control;

import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.drive.entity.DownloadFormat;
import dev.holdfast.drive.entity.DriveNeed;
import dev.holdfast.drive.entity.ExportFormat;
import dev.holdfast.drive.entity.FileName;
import dev.holdfast.google.Capacity;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.StreamSeats;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.api.CallSeats;
import dev.holdfast.google.drive.DriveApi;
import dev.holdfast.google.drive.DriveContent;
import dev.holdfast.google.drive.DriveFile;
import dev.holdfast.google.drive.DriveFileId;
import dev.holdfast.google.drive.DrivePage;
import dev.holdfast.google.drive.DriveQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A person's files in Drive; each request uses a token that custody lends. */
@ApplicationScoped
public class DriveFiles {

    private static final long UNTOLD = -1;
    private static final Duration WHEN_THERE_IS_ROOM = Duration.ofSeconds(5);

    /** Each download holds a thread: the server has more of them for other requests. */
    private final StreamSeats downloads = new StreamSeats(Capacity.DOWNLOADS, 8);

    /**
     * Each export holds up to 10 MB from its request to its end; five people with slow conversions leave permits for
     * others.
     */
    private final StreamSeats exports = new StreamSeats(16, 3);

    private CallSeats calls;
    private GoogleTokenManager tokens;
    private DriveApi drive;
    private GoogleConfig google;
    private Clock clock;

    protected DriveFiles() {}

    @Inject
    public DriveFiles(GoogleTokenManager tokens, DriveApi drive, GoogleConfig google, Clock clock) {
        this.tokens = tokens;
        this.drive = drive;
        this.google = google;
        this.clock = clock;
        this.calls = drive.seats();
    }

    /** Lists files and skips empty pages in the middle, within bounds. */
    public DriveOutcome<DrivePage> list(UUID accountId, DriveQuery query) {
        LentToken token = lent(accountId);
        return new EmptyPages(page -> page(token, page), clock).passedFrom(query);
    }

    /** Requests one page. If Drive answers 400 to a page token, the token is the cause: it is valid for some hours only. */
    private DriveOutcome<DrivePage> page(LentToken token, DriveQuery query) {
        DriveOutcome<DrivePage> outcome = token.call(DriveNeed.LISTING, lent -> drive.list(lent, query));
        boolean badToken = query.pageToken().isPresent() && outcome instanceof DriveOutcome.Refused<DrivePage> refused
                && refused.answer() instanceof ApiAnswer.BadRequest;
        return badToken ? new DriveOutcome.PageTokenRefused<>() : outcome;
    }

    /**
     * Downloads a file in the wanted format; if it is done, the caller closes the content. If too many downloads are in
     * progress on this node or for this person, the outcome is {@link ApiAnswer.Unavailable} at once.
     */
    public DriveOutcome<Download> download(UUID accountId, DriveFileId id, DownloadFormat wanted) {
        LentToken token = lent(accountId);
        DriveOutcome<DriveFile> file = token.call(DriveNeed.CONTENT, lent -> drive.file(lent, id));
        return file instanceof DriveOutcome.Done<DriveFile> done
                ? open(accountId, token, done.value(), wanted) : file.failure();
    }

    private DriveOutcome<Download> open(UUID accountId, LentToken token, DriveFile file, DownloadFormat wanted) {
        if (ExportFormat.isNeededFor(file.mimeType())) {
            Optional<ExportFormat> format = ExportFormat.of(file.mimeType(), wanted);
            return format.isEmpty() ? new DriveOutcome.NotDownloadable<>(file.webViewLink())
                    : seated(exports, accountId, () -> export(token, file, format.get()));
        }
        if (wanted != DownloadFormat.USUAL) {
            return new DriveOutcome.NotDownloadable<>(file.webViewLink());
        }
        return seated(downloads, accountId, () -> begun(file, FileName.of(file.name()), file.mimeType(),
                token.call(DriveNeed.CONTENT, lent -> drive.download(lent, file.id()))));
    }

    /** Holds a permit until the content is closed, or releases it at once if there is no content. */
    private static DriveOutcome<Download> seated(StreamSeats seats, UUID accountId,
            Supplier<DriveOutcome<Download>> opening) {
        DriveOutcome<Download> outcome = seats.seated(accountId, opening, DriveOutcome.Done.class::isInstance)
                .orElseGet(() -> new DriveOutcome.Refused<>(new ApiAnswer.Unavailable<>(WHEN_THERE_IS_ROOM)));
        return outcome instanceof DriveOutcome.Done<Download> done
                ? new DriveOutcome.Done<>(done.value().closing(() -> seats.leave(accountId))) : outcome;
    }

    private DriveOutcome<Download> export(LentToken token, DriveFile file, ExportFormat format) {
        return begun(file, FileName.of(file.name(), format.extension()), format.mimeType(),
                token.call(DriveNeed.CONTENT, lent -> drive.export(lent, file.id(), format.mimeType())));
    }

    private static DriveOutcome<Download> begun(DriveFile file, String name, String mimeType,
            DriveOutcome<DriveContent> content) {
        if (content instanceof DriveOutcome.Done<DriveContent> done) {
            return sized(new Download(name, mimeType, length(done.value(), file), done.value()));
        }
        if (!(content instanceof DriveOutcome.Refused<DriveContent> refused)) {
            return content.failure();
        }
        return refused.answer() instanceof ApiAnswer.NotDownloadable
                ? new DriveOutcome.NotDownloadable<>(file.webViewLink())
                : new DriveOutcome.Refused<>(refused.answer(), file.webViewLink());
    }

    private static long length(DriveContent content, DriveFile file) {
        return content.length().orElse(file.size().orElse(UNTOLD));
    }

    /** Refuses content of unknown length, because a broken download could not be told from a complete one. */
    private static DriveOutcome<Download> sized(Download download) {
        if (download.length() != UNTOLD) {
            return new DriveOutcome.Done<>(download);
        }
        download.content().giveUp();
        return new DriveOutcome.Refused<>(new ApiAnswer.Unusable<>());
    }

    private LentToken lent(UUID accountId) {
        return new LentToken(tokens, accountId, google.askableScopes(), calls);
    }
}
