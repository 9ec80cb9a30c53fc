package dev.holdfast.signin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.crypto.entity.Secret;
import dev.holdfast.signin.entity.ReturnTo;
import dev.holdfast.signin.entity.SignInTransaction;
import dev.holdfast.signin.entity.Transactions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransactionSealTest {

    private final TransactionSeal seal = Seals.seal();
    private final SignInTransaction transaction = Transactions.transaction("state");
    private final String flow = seal.flowOf(Secret.of("state"));

    @Test
    void openWhenSealedForThisFlowThenTheSame() {
        assertEquals(Optional.of(transaction), seal.open(seal.seal(transaction), flow));
    }

    @Test
    void sealWhenSealedTwiceThenNeverTheSameText() {
        assertNotEquals(seal.seal(transaction), seal.seal(transaction));
    }

    @Test
    void openWhenSealedForAnotherFlowThenEmpty() {
        String other = seal.seal(Transactions.transaction("other"));

        assertTrue(seal.open(other, flow).isEmpty());
    }

    @Test
    void openWhenAnyCharacterIsChangedThenEmpty() {
        String sealed = seal.seal(transaction);
        for (int at = 0; at < sealed.length() - 1; at += 7) {
            char changed = sealed.charAt(at) == 'A' ? 'B' : 'A';
            assertTrue(seal.open(sealed.substring(0, at) + changed + sealed.substring(at + 1), flow).isEmpty());
        }
    }

    @Test
    void openWhenRubbishThenEmpty() {
        assertTrue(seal.open("", flow).isEmpty());
        assertTrue(seal.open("*", flow).isEmpty());
        assertTrue(seal.open("AQAAAAE", flow).isEmpty());
    }

    @Test
    void openWhenSealedWithAnotherKeyThenEmpty() {
        assertTrue(Seals.seal().open(seal.seal(transaction), flow).isEmpty());
    }

    /** RFC 6265bis section 5.6 lets browsers drop what is too large; the contract says two kilobytes. */
    @Test
    void sealWhenThePathDoesNotFitThenItIsForgotten() {
        ReturnTo longest = ReturnTo.parse("/" + "a".repeat(599));
        SignInTransaction crowded = Transactions.transaction("s".repeat(43), Transactions.BEGUN, longest,
                Set.of("https://www.googleapis.com/auth/" + "x".repeat(600)));

        String sealed = seal.seal(crowded);

        assertTrue(sealed.length() <= TransactionSeal.MOST);
        SignInTransaction opened = seal.open(sealed, seal.flowOf(Secret.of("s".repeat(43)))).orElseThrow();
        assertEquals(ReturnTo.HOME, opened.returnTo());
        assertEquals(crowded.extraScopes(), opened.extraScopes());
    }

    @Test
    void sealWhenPathIsAsLongAsAllowedThenItFits() {
        ReturnTo longest = ReturnTo.parse("/" + "a".repeat(599));
        String sealed = seal.seal(Transactions.transaction("s".repeat(43), Transactions.BEGUN, longest, Set.of()));

        assertEquals(longest, seal.open(sealed, seal.flowOf(Secret.of("s".repeat(43)))).orElseThrow().returnTo());
    }

    @Test
    void flowOfWhenStateIsGivenThenTheStateCannotBeReadFromIt() {
        assertFalse(seal.flowOf(Secret.of("abc")).contains("abc"));
        assertTrue(flow.matches("[A-Za-z0-9_-]{22}"));
    }
}
