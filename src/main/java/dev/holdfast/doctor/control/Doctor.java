package dev.holdfast.doctor.control;

import dev.holdfast.doctor.entity.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** Looks for the classic mistakes; each finding names its cure. Nothing is changed by looking. */
@ApplicationScoped
public class Doctor {

    @Inject HouseChecks house;
    @Inject GrantChecks grants;
    @Inject GoogleChecks google;
    @Inject ApiChecks apis;

    /**
     * Everything, with three calls to Google and one more where its endpoints have still to be learnt; each may take twice
     * as long as {@code holdfast.google.timeout}.
     */
    public List<Finding> everything() {
        return Stream.of(google.all(), withoutGoogle()).flatMap(List::stream).toList();
    }

    /** What can be found without asking Google. */
    List<Finding> withoutGoogle() {
        return Stream.of(house.all(), grants.all(), apis.all()).flatMap(List::stream).toList();
    }
}
