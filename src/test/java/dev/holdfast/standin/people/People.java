package dev.holdfast.standin.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The cast. Their addresses end in {@code .example}, so they belong to no real person. */
public final class People {

    /** A consumer account with a full Drive. */
    public static final String ADA = "ada.okafor@mail.example";

    /** A Workspace account of {@code fernhill.example}. */
    public static final String BRUNO = "bruno@fernhill.example";

    /** Has markup in her name. */
    public static final String CARMEN = "carmen@mail.example";

    /** An unverified address that only looks like one of {@code fernhill.example}. */
    public static final String DMITRI = "dmitri@fernhill.example";

    /** Has an empty Drive. */
    public static final String EMI = "emi.tanaka@mail.example";

    private static final List<Person> CAST = List.of(
            new Person(ADA, "104215530981726354401", ADA, true, "Ada", "Okafor", null, "Personal account"),
            new Person(BRUNO, "112930475566120938102", BRUNO, true, "Bruno", "Sørensen", "fernhill.example",
                    "Work account at fernhill.example"),
            new Person(CARMEN, "100382947561029384703", CARMEN, true, "Carmen <b>\"Bold\"</b>",
                    "& <img src=x onerror=alert(1)>", null, "Personal account, a name with markup in it"),
            new Person(DMITRI, "117364528190036475504", DMITRI, false, "Dmitri", "Volkov", null,
                    "E-mail address not verified, no hosted domain"),
            new Person(EMI, "109988776655443322105", EMI, true, "Emi", "Tanaka", null,
                    "Personal account, empty Drive"));

    private final List<Person> people = new ArrayList<>(CAST);

    public synchronized List<Person> all() {
        return List.copyOf(people);
    }

    /** Returns the person with this e-mail address or {@code sub}. */
    public synchronized Optional<Person> find(String hint) {
        return hint == null ? Optional.empty() : people.stream().filter(person -> person.is(hint)).findFirst();
    }

    /** Returns the same as {@link #find}, for callers who know there is such a person. */
    public Person get(String hint) {
        return find(hint).orElseThrow(() -> new IllegalArgumentException("nobody is called " + hint));
    }

    public synchronized void change(String hint, UnaryOperator<Person> change) {
        Person person = get(hint);
        people.set(people.indexOf(person), change.apply(person));
    }

    /** Adds a person of whom only this address is known, until the next reset; one who is there already stays as they are. */
    public synchronized void introduce(String email) {
        if (find(email).isEmpty()) {
            people.add(new Person(email, email, email, true, "Somebody", "", null, "Personal account of a test"));
        }
    }

    public synchronized void reset() {
        people.clear();
        people.addAll(CAST);
    }
}
