/**
 * Example: the code of somebody else, in a jar beside Holdfast's own. What docs/use.md and the Javadoc of {@code GoogleClients}
 * show of it, they show word for word.
 */
package com.example.files;
