/**
 * Journeys: tests that see Holdfast as its users do, over HTTP and in a browser, against a server started for them and
 * the stand-in for Google. They know no class of the application.
 *
 * <p>The journeys lie in packages by subject. Those know {@code stage} and {@code rig}, and never each other.
 */
package dev.holdfast.journeys;
