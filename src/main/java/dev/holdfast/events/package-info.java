/**
 * Events: tells open pages what happens to their session and their grant while they look, over one stream for each browser.
 * It decides nothing about either: it tells what session and custody know, and a stream that breaks means nothing.
 */
@NullMarked
package dev.holdfast.events;

import org.jspecify.annotations.NullMarked;
