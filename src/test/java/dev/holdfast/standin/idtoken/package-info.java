/**
 * ID tokens, correct and faulty ones, and the keys that sign them.
 *
 * <p>Signs what it is given; who is meant is decided by the caller.
 */
package dev.holdfast.standin.idtoken;
