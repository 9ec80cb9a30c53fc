package dev.holdfast.journeys.stage;

import dev.holdfast.journeys.rig.Eventually;
import dev.holdfast.journeys.rig.HoldfastServer;
import dev.holdfast.standin.people.People;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Many accounts, of four people, each with an expired Google access token. */
public final class Crowd {

    private static final List<String> PEOPLE = List.of(People.ADA, People.BRUNO, People.CARMEN, People.DMITRI);

    private final List<Guest> guests = new ArrayList<>();

    private Crowd() {}

    public static Crowd of(Stage stage, int accounts) {
        Crowd crowd = new Crowd();
        IntStream.range(0, accounts).forEach(number ->
                crowd.guests.add(Guest.withTokenOf(stage, PEOPLE.get(number % PEOPLE.size()), 1)));
        Eventually.reaches(crowd.guests.get(accounts - 1).tokenExpiresAt());
        return crowd;
    }

    /** Returns the same people, whose requests now arrive at that node. */
    public Crowd at(HoldfastServer node) {
        Crowd there = new Crowd();
        guests.forEach(guest -> there.guests.add(guest.at(node)));
        return there;
    }

    /** Sends this number of calls at the same time, the accounts taking turns. */
    public List<CompletableFuture<HttpResponse<String>>> callMeanwhile(int calls) {
        return IntStream.range(0, calls).mapToObj(call -> guests.get(call % guests.size()).filesMeanwhile()).toList();
    }

    public List<Guest> guests() {
        return List.copyOf(guests);
    }
}
