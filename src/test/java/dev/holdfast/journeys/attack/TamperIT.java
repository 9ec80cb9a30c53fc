package dev.holdfast.journeys.attack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.journeys.rig.Answers;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A changed row of the database is refused, and does no harm to other people. */
@ResourceLock(Locks.CLUSTER)
class TamperIT {

    private static final List<String> TOKENS = List.of("refresh_token", "access_token");

    private Cluster cluster;
    private Stage stage;

    @BeforeEach
    void enter() throws IOException {
        cluster = Cluster.shared();
        stage = cluster.stageAt(cluster.one());
    }

    @Test
    void filesWhenARowWasCopiedToAnotherAccountThenItIsRefusedThereAndItsOwnerNoticesNothing() throws SQLException {
        Guest owner = Guest.withSpentToken(stage, People.ADA);
        Guest victim = Guest.withSpentToken(stage, People.BRUNO);
        for (String column : TOKENS) {
            cluster.database().overwrite(column, victim.accountId(), cluster.database().token(column, owner.accountId()));
        }

        assertRefused(victim);

        assertEquals(0, stage.google().counts().of(StandInArea.REFRESH), "Google saw no token of either");
        Answers.fine(owner.files());
        Answers.fine(owner.at(cluster.other()).files());
        assertMendedBySigningIn(victim);
    }

    /**
     * The same happens when one installation's database is copied to another, or when a row is edited to name the client in
     * use.
     */
    @Test
    void filesWhenARowWasMovedToAnotherClientThenItIsRefusedAndTheHonestRowStillOpens() throws SQLException {
        Guest victim = Guest.withSpentToken(stage, People.ADA);
        String row = " where account_id = '" + victim.accountId() + "'";
        cluster.run("update google_grant set client_id = client_id || '-other'" + row);
        assertRefused(victim);
        cluster.run("update google_grant set client_id = replace(client_id, '-other', '')" + row);

        Answers.fine(victim.files());
    }

    @Test
    void filesWhenTheAccessTokenStandsInTheRefreshTokensPlaceThenItIsRefused() throws SQLException {
        Guest victim = Guest.withSpentToken(stage, People.ADA);
        byte[] accessToken = cluster.database().token("access_token", victim.accountId());
        cluster.database().overwrite("refresh_token", victim.accountId(), accessToken);

        assertRefused(victim);
        assertMendedBySigningIn(victim);
    }

    @Test
    void filesWhenOneBitIsFlippedAnywhereThenItIsRefusedAndTheHonestRowStillOpens() throws SQLException {
        Guest victim = Guest.withSpentToken(stage, People.ADA);
        byte[] honest = cluster.database().token("refresh_token", victim.accountId());
        // The format, the number of the key, the nonce, the ciphertext and the tag.
        for (int place : List.of(0, 1, 4, 7, honest.length / 2, honest.length - 1)) {
            byte[] flipped = honest.clone();
            flipped[place] ^= 1;
            cluster.database().overwrite("refresh_token", victim.accountId(), flipped);
            assertRefused(victim);
        }
        cluster.database().overwrite("refresh_token", victim.accountId(), honest);

        Answers.fine(victim.files());
        assertEquals(1, victim.refreshes());
    }

    @Test
    void filesWhenOnlyTheAccessTokenCannotBeReadThenItIsRefreshed() throws SQLException {
        Guest guest = Guest.arriving(stage, People.ADA);
        byte[] flipped = cluster.database().token("access_token", guest.accountId());
        flipped[flipped.length - 1] ^= 1;
        cluster.database().overwrite("access_token", guest.accountId(), flipped);

        Answers.fine(guest.at(cluster.other()).files());

        assertEquals(1, guest.refreshes());
    }

    /** Row and version are untouched, an alarm names the account, and the person stays signed in. */
    private void assertRefused(Guest victim) throws SQLException {
        byte[] stored = cluster.database().token("refresh_token", victim.accountId());
        long version = cluster.database().version(victim.accountId());

        Answers.later(victim.files(), 503, "google_unavailable");
        Answers.later(victim.at(cluster.other()).files(), 503, "google_unavailable");

        assertArrayEquals(stored, cluster.database().token("refresh_token", victim.accountId()));
        assertEquals(version, cluster.database().version(victim.accountId()));
        assertFalse(cluster.database().isLeased(victim.accountId()));
        assertEquals("active", victim.grantStatus());
        assertEquals(0, victim.refreshes());
        assertTrue(cluster.one().log().contains("HF0811 The refresh token of account " + victim.accountId()), "an alarm");
        Answers.fine(victim.browser().refresh());
    }

    private void assertMendedBySigningIn(Guest victim) throws SQLException {
        byte[] refused = cluster.database().token("refresh_token", victim.accountId());
        stage.google().counts().reset();

        victim.signIn();

        assertEquals(2, stage.google().counts().of(StandInArea.EXCHANGE), "consent was asked for");
        Answers.fine(victim.files());
        assertFalse(Arrays.equals(refused, cluster.database().token("refresh_token", victim.accountId())));
    }
}
