/**
 * The main class of the runnable jar: puts the server where it can run, and runs it.
 *
 * <p>It is in the jar alone, not in the application, and knows nothing of it.
 */
package dev.holdfast.launch;
