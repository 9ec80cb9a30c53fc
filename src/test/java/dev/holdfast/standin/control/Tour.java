package dev.holdfast.standin.control;

import dev.holdfast.standin.journal.Acts;
import dev.holdfast.standin.journal.Journal;
import dev.holdfast.standin.journal.StandInArea;
import dev.holdfast.standin.people.People;
import dev.holdfast.standin.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Five steps that show what Holdfast is for. A step is done once the journal has seen it after the step before it. */
final class Tour {

    /** The person who takes the tour. */
    static final String GUEST = People.ADA;

    private static final long NOT_YET = -1;

    /** A step in words, and whether it is done. */
    record Step(String words, boolean done) {}

    private final World world;

    Tour(World world) {
        this.world = world;
    }

    List<Step> steps() {
        long signedIn = call(0, StandInArea.EXCHANGE, 200);
        long refreshed = call(signedIn, StandInArea.REFRESH, 200);
        long removed = removedAfter(refreshed);
        long refused = call(removed, StandInArea.REFRESH, 400);
        long back = call(refused, StandInArea.EXCHANGE, 200);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("Sign in to Holdfast as Ada, and allow everything.", signedIn != NOT_YET));
        steps.add(new Step("Reload Files after a minute. Google's access token has expired: Holdfast gets a new one, and Ada"
                + " notices nothing.", refreshed != NOT_YET));
        steps.add(new Step("Remove Ada's access here, as she could on her page at Google.", removed != NOT_YET));
        steps.add(new Step("Reload Files. Google refuses for good, so Holdfast signs Ada out and says why.",
                refused != NOT_YET));
        steps.add(new Step("Sign in again. Google asks for consent once, and Ada goes on working.", back != NOT_YET));
        return steps;
    }

    private long call(long after, StandInArea area, int status) {
        return first(after, entry -> area.covers(entry.area()) && GUEST.equals(entry.person()) && entry.status() == status);
    }

    private long first(long after, Predicate<Journal.Entry> which) {
        return after == NOT_YET ? NOT_YET : world.journal().entries().stream()
                .filter(entry -> entry.number() > after && which.test(entry))
                .mapToLong(Journal.Entry::number).findFirst().orElse(NOT_YET);
    }

    private long removedAfter(long call) {
        return call == NOT_YET ? NOT_YET : world.acts().all().stream()
                .filter(act -> act.command().equals("revoke") && act.concerns(GUEST) && act.afterCall() >= call)
                .mapToLong(Acts.Act::afterCall).min().orElse(NOT_YET);
    }
}
