package dev.holdfast.crypto.control;

/** Rows of one kind that hold ciphertexts, for whoever moves them to the key that encrypts now. */
public interface Reencryptable {

    /** For the log: {@code grants}. */
    String name();

    /**
     * Looks at the next rows in the order of their ids ({@code after} is empty for the first), re-encrypts those under
     * another key than today's and leaves alone what no key here opens or what somebody else is changing. A short
     * transaction of its own.
     */
    Page reencryptAfter(String after, int most);

    /**
     * What became of one page.
     *
     * @param last where to go on; null when there is no more
     * @param moved rows that are under today's key now and were not before
     * @param left rows that are still under another key
     */
    record Page(String last, int moved, int left) {}
}
