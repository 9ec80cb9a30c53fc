package dev.holdfast.drive.control;

import dev.holdfast.custody.refresh.GoogleTokenManager;
import dev.holdfast.drive.entity.DriveNeed;
import dev.holdfast.google.GoogleConfig;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.drive.DriveApi;
import dev.holdfast.google.drive.DriveContent;
import dev.holdfast.google.drive.DriveFile;
import dev.holdfast.google.drive.DriveFileId;
import dev.holdfast.google.gemini.DocumentForm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** A person's files in Drive in the form in which a model reads them, opened as for a download. */
@ApplicationScoped
public class DriveDocuments {

    private static final long UNTOLD = -1;

    private GoogleTokenManager tokens;
    private DriveApi drive;
    private GoogleConfig google;

    protected DriveDocuments() {}

    @Inject
    public DriveDocuments(GoogleTokenManager tokens, DriveApi drive, GoogleConfig google) {
        this.tokens = tokens;
        this.drive = drive;
        this.google = google;
    }

    /** Opens a file of at most {@code mostBytes}, of which the caller limits how many are open at once, and closes it. */
    public DriveOutcome<DocumentOpening> open(UUID accountId, DriveFileId id, long mostBytes) {
        LentToken token = new LentToken(tokens, accountId, google.askableScopes(), drive.seats());
        DriveOutcome<DriveFile> found = token.call(DriveNeed.CONTENT, lent -> drive.file(lent, id));
        if (!(found instanceof DriveOutcome.Done<DriveFile> done)) {
            return found.failure();
        }
        DriveFile file = done.value();
        Optional<DocumentForm> form = DocumentForm.of(file.mimeType());
        if (form.isEmpty()) {
            return new DriveOutcome.Done<>(new DocumentOpening.Unreadable(file.webViewLink()));
        }
        return file.size().orElse(0) > mostBytes ? new DriveOutcome.Done<>(new DocumentOpening.TooLong())
                : opened(file, form.get(), content(token, file, form.get()), mostBytes);
    }

    private DriveOutcome<DriveContent> content(LentToken token, DriveFile file, DocumentForm form) {
        return token.call(DriveNeed.CONTENT, lent -> form.isExport()
                ? drive.export(lent, file.id(), form.mimeType()) : drive.download(lent, file.id()));
    }

    private static DriveOutcome<DocumentOpening> opened(DriveFile file, DocumentForm form, DriveOutcome<DriveContent> content,
            long mostBytes) {
        if (content instanceof DriveOutcome.Done<DriveContent> done) {
            return measured(new DocumentOpening.Opened(form, done.value().length().orElse(file.size().orElse(UNTOLD)),
                    done.value()), mostBytes);
        }
        if (!(content instanceof DriveOutcome.Refused<DriveContent> refused)) {
            return content.failure();
        }
        if (refused.answer() instanceof ApiAnswer.NotDownloadable) {
            // Drive exports every kind that has a form; what is left is a document of more than 10 MB.
            return new DriveOutcome.Done<>(form.isExport() ? new DocumentOpening.TooLong()
                    : new DocumentOpening.Unreadable(file.webViewLink()));
        }
        return new DriveOutcome.Refused<>(refused.answer(), file.webViewLink());
    }

    private static DriveOutcome<DocumentOpening> measured(DocumentOpening.Opened opened, long mostBytes) {
        if (opened.length() != UNTOLD && opened.length() <= mostBytes) {
            return new DriveOutcome.Done<>(opened);
        }
        opened.content().giveUp();
        return opened.length() == UNTOLD ? new DriveOutcome.Refused<>(new ApiAnswer.Unusable<>())
                : new DriveOutcome.Done<>(new DocumentOpening.TooLong());
    }
}
