/**
 * The main class of the runnable jar: unpacks the server and runs it.
 *
 * <p>It is part of the jar only, and depends on nothing in the application.
 */
@NullMarked
package dev.holdfast.launch;

import org.jspecify.annotations.NullMarked;
