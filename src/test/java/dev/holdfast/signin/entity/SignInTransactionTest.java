package dev.holdfast.signin.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.signin.entity.SignInTransaction.Protection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTransactionTest {

    private final SignInTransaction transaction = Transactions.transaction("state");

    @Test
    void readWhenWrittenThenTheSame() {
        assertEquals(Optional.of(transaction), SignInTransaction.read(transaction.written()));
    }

    @Test
    void readWhenOnlyNecessaryPartsThenTheSame() {
        SignInTransaction bare = new SignInTransaction(transaction.protection(), Transactions.BEGUN,
                Attempt.CONSENT_FORCED, Begun.ELSEWHERE, Set.of(), ReturnTo.HOME, Set.of(), Optional.empty());

        assertEquals(Optional.of(bare), SignInTransaction.read(bare.written()));
    }

    @Test
    void readWhenItBelongsToAPersonThenStillToThatPersonAlone() {
        SignInTransaction read = SignInTransaction.read(Transactions.belongingTo("https://accounts.google.com 1042").written())
                .orElseThrow();

        assertTrue(read.mayBeFinishedBy("https://accounts.google.com 1042"));
        assertFalse(read.mayBeFinishedBy("https://accounts.google.com 1043"));
        assertFalse(read.again(read.protection(), Transactions.BEGUN).mayBeFinishedBy("https://accounts.google.com 1043"));
    }

    @Test
    void mayBeFinishedByWhenNoSessionWasThereThenAnyPerson() {
        assertTrue(transaction.mayBeFinishedBy("https://accounts.google.com 1043"));
    }

    /** Servers of two versions run side by side during an upgrade. */
    @Test
    void writtenWhenItBelongsToNoPersonThenInTheFormThatServersBeforeCanRead() {
        assertEquals(9, transaction.written().reveal().split("\n", -1).length);
    }

    /** Several may begin within a second, and the oldest has to be told apart. */
    @Test
    void readWhenBegunWithinASecondThenToTheMillisecond() {
        SignInTransaction later = new SignInTransaction(transaction.protection(), Transactions.BEGUN.plusMillis(1),
                Attempt.FIRST, Begun.HERE, Set.of(), ReturnTo.HOME, Set.of(UUID.randomUUID(), UUID.randomUUID()), Optional.empty());

        assertEquals(Optional.of(later), SignInTransaction.read(later.written()));
    }

    @Test
    void scopesWhenSomeAreWantedBesidesThenBoth() {
        Set<String> both = new LinkedHashSet<>(Set.of("openid"));
        both.addAll(transaction.extraScopes());

        assertEquals(both, transaction.scopes(Set.of("openid")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\nb\nc", "s\nn\nv\nsoon\nFIRST\nHERE\n\n\n/",
        "s\nn\nv\n1\nTHIRD\nHERE\n\n\n/", "s\nn\nv\n1\nFIRST\nNOWHERE\n\n\n/", "s\nn\nv\n1\nFIRST\nHERE\nnobody\n\n/",
        "s\nn\nv\n1\nFIRST\n\n/", "s\nn\nv\n1\nFIRST\nHERE\n\n/", "s\nn\nv\n1\nFIRST\nHERE\n\n\n/\n/\n/"})
    void readWhenAnotherFormThenEmpty(String written) {
        assertTrue(SignInTransaction.read(Secret.of(written)).isEmpty());
    }

    /** Contract section 2: ten minutes. */
    @Test
    void isOpenAtWhenTenMinutesAreOverThenFalse() {
        assertTrue(transaction.isOpenAt(Transactions.BEGUN.plusSeconds(599)));
        assertFalse(transaction.isOpenAt(Transactions.BEGUN.plusSeconds(600)));
    }

    @Test
    void againWhenSentOnceMoreThenFreshProtectionAndTheRestKept() {
        Protection fresh = new Protection(Secret.of("s2"), Secret.of("n2"), Secret.of("v2"));

        SignInTransaction again = transaction.again(fresh, Transactions.BEGUN.plusSeconds(30));

        assertEquals(new SignInTransaction(fresh, Transactions.BEGUN.plusSeconds(30), Attempt.CONSENT_FORCED,
                transaction.begun(), transaction.extraScopes(), transaction.returnTo(),
                transaction.previousSessions(), transaction.belongsTo()), again);
    }

    /** A SameSite=Strict cookie stays at home on another site's navigation. */
    @Test
    void mayHideASessionWhenBegunElsewhereAndNoneWasToldThenTrue() {
        assertTrue(Transactions.fromElsewhere("state", Transactions.BEGUN).mayHideASession());
        assertFalse(transaction.mayHideASession());
    }

    @Test
    void isOfWhenAnotherStateThenFalse() {
        assertTrue(transaction.isOf(Secret.of("state")));
        assertFalse(transaction.isOf(Secret.of("State")));
    }

    @Test
    void toStringWhenPrintedThenNoSecret() {
        String printed = transaction.toString();

        assertFalse(printed.contains("nnn") || printed.contains("vvv"));
    }
}
