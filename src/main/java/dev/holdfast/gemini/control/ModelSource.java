package dev.holdfast.gemini.control;

import dev.holdfast.drive.control.DocumentOpening;
import dev.holdfast.drive.control.DriveDocuments;
import dev.holdfast.drive.control.DriveOutcome;
import dev.holdfast.google.drive.DriveFileId;
import java.util.UUID;

/** The file that one question is about; it is opened again if the question has to be sent again. */
record ModelSource(DriveDocuments documents, UUID accountId, DriveFileId file, long mostBytes) {

    DriveOutcome<DocumentOpening> open() {
        return documents.open(accountId, file, mostBytes);
    }

    /** Returns the refusal for a file that was found but not opened. */
    static QuestionRefusal refusalOf(DocumentOpening opening) {
        return opening instanceof DocumentOpening.Unreadable unreadable
                ? new QuestionRefusal.NotAnswerable(unreadable.webViewLink()) : new QuestionRefusal.TooLong();
    }
}
