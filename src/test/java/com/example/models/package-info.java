/**
 * Example: Google's own SDK for its models on an account's access, as docs/use.md shows it. It takes another way to Google
 * than Holdfast's.
 */
package com.example.models;
