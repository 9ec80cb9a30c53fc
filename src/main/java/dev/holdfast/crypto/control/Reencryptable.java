package dev.holdfast.crypto.control;

import java.util.Optional;

/** Rows of one kind that hold ciphertexts, to be moved to the primary key by {@link Reencryption}. */
public interface Reencryptable {

    /** Returns the name for the log, such as {@code grants}. */
    String name();

    /**
     * Re-encrypts the next rows in the order of their ids ({@code after} is empty for the first page), if they are under
     * another key than the primary key. Skips rows that no key here can decrypt and rows that another transaction is
     * changing. Runs as a short transaction of its own.
     */
    Page reencryptAfter(String after, int most);

    /**
     * The result of one page.
     *
     * @param last where the next page starts; empty if there is none
     * @param moved rows that this page has moved to the primary key
     * @param left rows that are still under another key
     */
    record Page(Optional<String> last, int moved, int left) {}
}
