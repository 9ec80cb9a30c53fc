@NullMarked
package dev.holdfast.account.entity;

import org.jspecify.annotations.NullMarked;
