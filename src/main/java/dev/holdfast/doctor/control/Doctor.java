package dev.holdfast.doctor.control;

import dev.holdfast.doctor.entity.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Looks for the classic mistakes; each finding names its cure. A check changes nothing. */
@ApplicationScoped
public class Doctor {

    @Inject HouseChecks house;
    @Inject GrantChecks grants;
    @Inject GoogleChecks google;
    @Inject ApiChecks apis;
    @Inject SignalChecks signals;

    /**
     * Runs all checks, with three calls to Google, and one more if Google's endpoints are not known yet. Each call may take
     * twice as long as {@code holdfast.google.timeout}.
     */
    public List<Finding> everything() {
        return Stream.of(google.all(), withoutGoogle()).flatMap(List::stream).toList();
    }

    /** Runs the checks that need no call to Google. */
    List<Finding> withoutGoogle() {
        return Stream.of(house.all(), grants.all(), apis.all(), List.of(signals.signals())).flatMap(List::stream).toList();
    }
}
