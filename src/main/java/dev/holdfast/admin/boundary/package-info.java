@NullMarked
package dev.holdfast.admin.boundary;

import org.jspecify.annotations.NullMarked;
