/**
 * The people with an account at the stand-in.
 *
 * <p>Five made-up people whose addresses belong to no real mailbox; what they consented to is in {@code grant}.
 */
package dev.holdfast.standin.people;
