package dev.holdfast.journeys.custody;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.stage.Cluster;
import dev.holdfast.journeys.stage.Guest;
import dev.holdfast.journeys.stage.Locks;
import dev.holdfast.journeys.stage.Stage;
import dev.holdfast.standin.people.People;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The care of two servers on one PostgreSQL for grants, over months. */
@ResourceLock(Locks.CLUSTER)
class GrantCareIT {

    /** Without any request; the rows are backdated by months. */
    @Test
    void grantsWhenUnusedForLongThenEachIsRefreshedOnceAndOthersAreLeftAlone() throws IOException {
        Cluster cluster = Cluster.shared();
        cluster.run("delete from google_grant");
        Stage stage = cluster.stageAt(cluster.one());
        List<Guest> unused = List.of(Guest.arriving(stage, People.ADA), Guest.arriving(stage, People.BRUNO),
                Guest.arriving(stage, People.CARMEN));
        Guest atWork = Guest.arriving(stage, People.EMI);
        cluster.run("update google_grant set refresh_token_used_at = refresh_token_used_at - interval '91 days',"
                + " access_token_expires_at = access_token_expires_at - interval '91 days'"
                + " where account_id <> '" + atWork.accountId() + "'");

        Eventually.holds(Duration.ofSeconds(90), "all have been used",
                () -> cluster.number("select count(*) from google_grant where refresh_token_used_at"
                        + " < (now() at time zone 'utc') - interval '1 day'") == 0);

        unused.forEach(guest -> assertEquals(1, guest.refreshes(), () -> "of " + guest.accountId()));
        assertEquals(0, atWork.refreshes());
        assertEquals(unused.size() + 1, cluster.number("select count(*) from google_grant where status = 'ACTIVE'"));
    }
}
