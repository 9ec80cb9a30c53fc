/** Schedule: how work that no request asks for runs again and again, and how long it waits in between. */
@NullMarked
package dev.holdfast.schedule;

import org.jspecify.annotations.NullMarked;
