package dev.holdfast.drive.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.account.entity.EndReason;
import dev.holdfast.custody.refresh.Acquired;
import dev.holdfast.drive.entity.DriveNeed;
import dev.holdfast.google.api.ApiAnswer;
import dev.holdfast.google.api.CallSeats;
import dev.holdfast.google.token.AccessToken;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LentTokenTest {

    private static final String METADATA = "https://www.googleapis.com/auth/drive.metadata.readonly";
    private static final String FILE = "https://www.googleapis.com/auth/drive.file";

    private final List<String> used = new ArrayList<>();
    private final Deque<ApiAnswer<String>> answers = new ArrayDeque<>();

    @Test
    void callWhenDriveAnswersThenDoneWithTheFirstToken() {
        LendingDesk desk = LendingDesk.lending(LendingDesk.READONLY);
        answers.add(new ApiAnswer.Found<>("page"));

        assertEquals(new DriveOutcome.Done<>("page"), call(desk));
        assertEquals(List.of("token-1"), used);
        assertEquals(0, desk.forced);
    }

    @Test
    void callWhenDriveSays401ThenOneForcedRefreshAndOneRepeat() {
        LendingDesk desk = LendingDesk.lending(LendingDesk.READONLY);
        answers.add(new ApiAnswer.Unauthorized<>());
        answers.add(new ApiAnswer.Found<>("page"));

        assertEquals(new DriveOutcome.Done<>("page"), call(desk));
        assertEquals(List.of("token-1", "token-2"), used);
        assertEquals(1, desk.forced);
    }

    @Test
    void callWhenDriveKeepsSaying401ThenNeverMore() {
        LendingDesk desk = LendingDesk.lending(LendingDesk.READONLY);
        answers.add(new ApiAnswer.Unauthorized<>());
        answers.add(new ApiAnswer.Unauthorized<>());

        assertEquals(new DriveOutcome.Refused<>(new ApiAnswer.Unauthorized<>()), call(desk));
        assertEquals(2, used.size());
        assertEquals(1, desk.forced);
    }

    @Test
    void callWhenASecondCallOfTheRequestSays401ThenNoSecondRefresh() {
        LendingDesk desk = LendingDesk.lending(LendingDesk.READONLY);
        LentToken token = lent(desk);
        answers.add(new ApiAnswer.Unauthorized<>());
        answers.add(new ApiAnswer.Found<>("metadata"));
        answers.add(new ApiAnswer.Unauthorized<>());

        assertEquals(new DriveOutcome.Done<>("metadata"), token.call(DriveNeed.CONTENT, this::answer));
        assertEquals(new DriveOutcome.Refused<>(new ApiAnswer.Unauthorized<>()),
                token.call(DriveNeed.CONTENT, this::answer));
        assertEquals(1, desk.forced);
        assertEquals(1, desk.acquired);
    }

    @Test
    void callWhenTheForcedRefreshFailsThenThatIsTheOutcome() {
        Acquired lost = new Acquired.Lost(EndReason.GOOGLE_REVOKED);
        LendingDesk desk = new LendingDesk(LendingDesk.fresh("token-1", LendingDesk.READONLY), lost);
        answers.add(new ApiAnswer.Unauthorized<>());

        assertEquals(new DriveOutcome.NoToken<>(lost), call(desk));
        assertEquals(1, used.size());
    }

    @Test
    void callWhenDriveSays403ThenNoRefresh() {
        LendingDesk desk = LendingDesk.lending(LendingDesk.READONLY);
        answers.add(new ApiAnswer.Forbidden<>(Optional.empty()));

        assertEquals(new DriveOutcome.Refused<>(new ApiAnswer.Forbidden<>(Optional.empty())), call(desk));
        assertEquals(0, desk.forced);
    }

    @Test
    void callWhenCustodyHasNoTokenThenDriveIsNotAsked() {
        Acquired unavailable = new Acquired.Unavailable(Duration.ofSeconds(3));

        assertEquals(new DriveOutcome.NoToken<>(unavailable), call(new LendingDesk(unavailable, unavailable)));
        assertEquals(List.of(), used);
    }

    @Test
    void callWhenTheScopeIsMissingThenDriveIsNotAskedAndTheScopeIsNamed() {
        assertEquals(new DriveOutcome.ScopeMissing<>(LendingDesk.READONLY), call(LendingDesk.lending("openid", METADATA)));
        assertEquals(List.of(), used);
    }

    @Test
    void callWhenDriveMissesAScopeThenTheScopeIsNamed() {
        answers.add(new ApiAnswer.ScopeInsufficient<>(Set.of()));

        assertEquals(new DriveOutcome.ScopeMissing<>(LendingDesk.READONLY), call(LendingDesk.lending(LendingDesk.READONLY)));
    }

    @Test
    void callWhenTheInstallationAsksForDriveFileThenThatSufficesAndIsAskedFor() {
        answers.add(new ApiAnswer.Found<>("page"));
        assertEquals(new DriveOutcome.Done<>("page"), call(LendingDesk.lending("openid", FILE)));

        LentToken ofAnother = new LentToken(LendingDesk.lending("openid"), UUID.randomUUID(), Set.of("openid", FILE),
                new CallSeats(Duration.ofSeconds(1)));
        assertEquals(new DriveOutcome.ScopeMissing<>(FILE), ofAnother.call(DriveNeed.LISTING, this::answer));
    }

    private DriveOutcome<String> call(LendingDesk desk) {
        return lent(desk).call(DriveNeed.CONTENT, this::answer);
    }

    private static LentToken lent(LendingDesk desk) {
        return new LentToken(desk, UUID.randomUUID(), Set.of("openid", LendingDesk.READONLY),
                new CallSeats(Duration.ofSeconds(1)));
    }

    private ApiAnswer<String> answer(AccessToken token) {
        used.add(token.value().reveal());
        return answers.removeFirst();
    }
}
