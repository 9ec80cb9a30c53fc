/**
 * The state that all endpoints share, with its clock and its switches.
 *
 * <p>Holds no endpoint and knows none.
 */
package dev.holdfast.standin.world;
