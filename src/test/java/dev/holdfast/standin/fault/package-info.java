/**
 * Faults: bad, late or missing answers that are set for an area and a person.
 *
 * <p>Stores and describes faults; {@code Reception} applies them.
 */
package dev.holdfast.standin.fault;
