/**
 * ID tokens, correct and faulty ones, and the keys that sign them.
 * <p>Signs the claims that it is given; the caller decides on the person.
 */
package dev.holdfast.standin.idtoken;
