/**
 * Drive: the calls of Google Drive that Holdfast makes, each answered by a value.
 * It repeats no call and does not decide who may see a file.
 */
@NullMarked
package dev.holdfast.google.drive;

import org.jspecify.annotations.NullMarked;
