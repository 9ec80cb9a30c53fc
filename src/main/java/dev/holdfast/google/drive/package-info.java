/**
 * Drive: the calls of Google Drive that Holdfast makes, each answered by a value.
 * It repeats no call and knows nothing of who may see a file.
 */
package dev.holdfast.google.drive;
