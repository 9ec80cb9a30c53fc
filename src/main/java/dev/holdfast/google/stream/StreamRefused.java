package dev.holdfast.google.stream;

/** Thrown when Google refuses a call about the stream. It has no text of Google's. */
public final class StreamRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final StreamRefusal refusal;

    StreamRefused(StreamRefusal refusal) {
        super(refusal.code());
        this.refusal = refusal;
    }

    public StreamRefusal refusal() {
        return refusal;
    }
}
