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

    /** Signs them in: the accounts of one person one after another, but the four people at the same time. */
    public static Crowd of(Stage stage, int accounts) {
        List<CompletableFuture<List<Guest>>> arriving = IntStream.range(0, PEOPLE.size())
                .mapToObj(first -> CompletableFuture.supplyAsync(() -> arriving(stage, first, accounts))).toList();
        Crowd crowd = new Crowd();
        IntStream.range(0, accounts).forEach(number -> crowd.guests.add(
                arriving.get(number % PEOPLE.size()).join().get(number / PEOPLE.size())));
        crowd.guests.subList(Math.max(0, accounts - PEOPLE.size()), accounts)
                .forEach(guest -> Eventually.reaches(guest.tokenExpiresAt()));
        return crowd;
    }

    /** Signs in every fourth account from the first. */
    private static List<Guest> arriving(Stage stage, int first, int accounts) {
        return IntStream.iterate(first, number -> number < accounts, number -> number + PEOPLE.size())
                .mapToObj(number -> Guest.withTokenOf(stage, PEOPLE.get(first), 1)).toList();
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
