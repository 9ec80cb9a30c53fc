package dev.holdfast.standin.http;

/** Ends the work on a call with this answer. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient StandInAnswer answer;

    public Refused(StandInAnswer answer) {
        super("refused with " + answer.status(), null, false, false);
        this.answer = answer;
    }

    public StandInAnswer answer() {
        return answer;
    }
}
