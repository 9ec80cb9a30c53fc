/**
 * Schedule: how work that no request asks for runs again and again, in what batches, and how long it waits in between; how
 * often a log line may be repeated; and how many threads there are for requests.
 */
@NullMarked
package dev.holdfast.schedule;

import org.jspecify.annotations.NullMarked;
